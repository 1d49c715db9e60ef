package dev.usher.oauth.client;

import dev.usher.oauth.OAuthException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as it is spoken to providers: bounded in time and size, whatever the other side does; no redirect is followed; by
 * way of the JVM's proxies.
 */
final class Web {

    private static final long MAX_IDLE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Limits limits;
    private @Nullable HttpClient client;
    private long usedAt;

    Web(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** Sends a request and waits for the answer. */
    Answer ask(HttpRequest.Builder request, Deadline deadline) {
        return await(send(request, deadline.left(limits.answer())), deadline);
    }

    /** Sends a {@code GET} that others may wait for, too; it ends without them. */
    CompletableFuture<Answer> get(URI address) {
        return send(HttpRequest.newBuilder(address), limits.answer());
    }

    /** Waits for what may be under way for others, too, and goes on without this caller. */
    static <T> T await(CompletableFuture<T> future, Deadline deadline) {
        try {
            return future.get(deadline.left(Duration.ofDays(1)).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Failures.failed("the provider takes too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.failed("interrupted while waiting for the provider");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OAuthException known
                    ? new OAuthException(known.reason(), String.valueOf(known.getMessage()), known)
                    : Failures.failed("the provider cannot be asked");
        }
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder builder, Duration limit) {
        HttpRequest request = builder.setHeader("Accept", "application/json")
                .setHeader("User-Agent", "Usher")
                .build();
        String where = Addresses.withoutQuery(request.uri());
        CompletableFuture<HttpResponse<String>> exchange = client().sendAsync(request, head -> new BoundedBody(where));
        return exchange.thenApply(response -> new Answer(where, response.statusCode(), response.body()))
                .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failure) -> exchange.cancel(true))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(known(where, failure)));
    }

    private static OAuthException known(String where, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TimeoutException) {
            return Failures.failed(where + " does not answer in time");
        }
        return Failures.found(cause).orElse(Failures.unreachable(where, cause));
    }

    /**
     * A client whose idle connections are young. Others may have been dropped on the way without a word, and a code that is
     * sent into such a one is lost; the JDK would keep them for 20 minutes.
     */
    private synchronized HttpClient client() {
        long now = System.nanoTime();
        HttpClient current = client;
        if (current == null || now - usedAt > MAX_IDLE_NANOS) {
            current = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(limits.connect())
                    .build();
            client = current;
        }
        usedAt = now;
        return current;
    }
}

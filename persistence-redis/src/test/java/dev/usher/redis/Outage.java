package dev.usher.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a call failed, and how long that took. */
record Outage(Throwable failure, Duration duration) {

    static Outage of(Runnable call) {
        long start = System.nanoTime();
        try {
            call.run();
        } catch (RuntimeException e) {
            return new Outage(e, Duration.ofNanos(System.nanoTime() - start));
        }
        throw new AssertionError("there was an answer");
    }

    /** The longest of many at once. */
    static Outage longest(int callers, Runnable call) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Outage>> outages = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                outages.add(threads.submit(() -> of(call)));
            }
            Outage longest = new Outage(new AssertionError("nobody called"), Duration.ZERO);
            for (Future<Outage> future : outages) {
                Outage outage = future.get(60, TimeUnit.SECONDS);
                longest = outage.duration.compareTo(longest.duration) > 0 ? outage : longest;
            }
            return longest;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    void assertUnavailableWithin(Duration bound) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        UsersException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE))
                .hasCauseInstanceOf(redis.clients.jedis.exceptions.JedisException.class);
        assertThat(duration).isLessThan(bound);
    }
}

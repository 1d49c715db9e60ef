package dev.usher.rest.wiring;

import dev.usher.UserEvent;
import dev.usher.UserEvents;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Fires user events through CDI. Asynchronous ones are made on one thread of its own and told on two others, each behind a
 * bounded queue: making is quick, so that nothing a request asks in vain takes the place of an event that waits for slow
 * observers. It is done a moment later, at no certain time, so that it does not slow the answer of the very request that
 * asked for it.
 */
final class CdiUserEvents implements UserEvents {

    private static final System.Logger LOG = System.getLogger("dev.usher.events");
    private static final int TELLERS = 2;
    private static final int QUEUE = 1024;
    private static final long GRACE_SECONDS = 5;
    private static final int LEAST_MILLIS_LATER = 5;
    private static final int MOST_MILLIS_LATER = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Event<UserEvent> events;
    private final ScheduledThreadPoolExecutor maker = new ScheduledThreadPoolExecutor(1, CdiUserEvents::thread);
    private final ThreadPoolExecutor tellers = tellers();

    CdiUserEvents(Event<UserEvent> events) {
        this.events = events;
    }

    private static ThreadPoolExecutor tellers() {
        ThreadPoolExecutor tellers = new ThreadPoolExecutor(
                TELLERS, TELLERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), CdiUserEvents::thread);
        tellers.allowCoreThreadTimeOut(true);
        return tellers;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "usher-events");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void fire(UserEvent event) {
        events.fire(event);
    }

    @Override
    public void fireAsync(Supplier<Optional<? extends UserEvent>> event) {
        try {
            if (maker.getQueue().size() >= QUEUE) {
                throw new RejectedExecutionException();
            }
            var unused = maker.schedule(
                    () -> event.get().ifPresent(this::tell),
                    RANDOM.nextInt(LEAST_MILLIS_LATER, MOST_MILLIS_LATER),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.ERROR, "dropped what may have been an event: {0} wait to be made", QUEUE);
        }
    }

    private void tell(UserEvent event) {
        try {
            events.fireAsync(event, NotificationOptions.ofExecutor(tellers)).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(Level.ERROR, "an observer of {0} failed: {1}", event, trace(failure, event));
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.ERROR, "dropped {0}: observers do not keep up, {1} events wait", event, QUEUE);
        }
    }

    /** The stack trace, without the event's token, which an observer may have put into its message. */
    private static String trace(Throwable failure, UserEvent event) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return token(event).isEmpty() ? text.toString() : text.toString().replace(token(event), "redacted");
    }

    private static String token(UserEvent event) {
        if (event instanceof UserEvent.PasswordForgotten forgotten) {
            return forgotten.token();
        }
        return event instanceof UserEvent.VerificationRequested requested ? requested.token() : "";
    }

    /** Lets what waits be told, within bounds. */
    void close() {
        close(maker);
        close(tellers);
    }

    private static void close(ThreadPoolExecutor executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.ERROR,
                        "dropped {0} events at the end",
                        executor.shutdownNow().size());
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package dev.usher;

import java.util.Optional;
import java.util.function.Supplier;

/** Where {@link UserEvent}s go: CDI in an application, a list in a test. Thread-safe. */
public interface UserEvents {

    /**
     * Tells every observer, on this thread.
     *
     * @throws RuntimeException what an observer threw; observers after it are not told
     */
    void fire(UserEvent event);

    /**
     * Tells every asynchronous observer, on another thread; returns at once and never throws.
     *
     * <p>Takes the same time whether or not there turns out to be an event. What waits is bounded: where observers do not
     * keep up, further events are dropped and logged without token.
     *
     * @param event makes the event, on another thread; empty if there is nothing to tell
     */
    void fireAsync(Supplier<Optional<? extends UserEvent>> event);
}

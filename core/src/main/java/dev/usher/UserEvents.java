package dev.usher;

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
     * <p>What waits is bounded: where observers do not keep up, further events are dropped and logged without token.
     */
    void fireAsync(UserEvent event);
}

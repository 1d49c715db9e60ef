package dev.usher.testkit;

import dev.usher.UserEvent;
import dev.usher.UserEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Keeps every event in the order it was fired, and can veto like an observer that throws.
 *
 * <p>What was fired asynchronously is recorded before {@link #fireAsync} returns, so that tests need not wait.
 * Thread-safe.
 */
public final class RecordingUserEvents implements UserEvents {

    private final List<UserEvent> events = new CopyOnWriteArrayList<>();
    private final List<UserEvent> asynchronous = new CopyOnWriteArrayList<>();
    private final Map<Class<? extends UserEvent>, RuntimeException> vetoes = new ConcurrentHashMap<>();

    /** A recorder that has seen nothing and vetoes nothing. */
    public RecordingUserEvents() {}

    /** Lets {@link #fire} throw from now on whenever it is given an event of this type, after recording it. */
    public void veto(Class<? extends UserEvent> type, RuntimeException failure) {
        vetoes.put(type, failure);
    }

    /** Everything fired so far, in order. */
    public List<UserEvent> all() {
        return List.copyOf(events);
    }

    /** What was fired of one type, in order. */
    public <E extends UserEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What was fired by {@link #fireAsync}, in order. */
    public List<UserEvent> asynchronous() {
        return List.copyOf(asynchronous);
    }

    /** Forgets the events, not the vetoes. */
    public void clear() {
        events.clear();
        asynchronous.clear();
    }

    @Override
    public void fire(UserEvent event) {
        events.add(event);
        RuntimeException veto = vetoes.get(event.getClass());
        if (veto != null) {
            throw veto;
        }
    }

    @Override
    public void fireAsync(Supplier<Optional<? extends UserEvent>> event) {
        event.get().ifPresent(made -> {
            events.add(made);
            asynchronous.add(made);
        });
    }
}

package dev.usher.testkit;

import dev.usher.User;
import java.util.Optional;
import java.util.function.Function;

/** A unique column: whose each value is. Thread-safe. */
final class InMemoryIndex<K, U extends User<ID>, ID> {

    private final InMemoryTable<K, ID> owners;
    private final Function<U, K> column;

    InMemoryIndex(InMemoryTransactions transactions, Function<U, K> column) {
        this.owners = new InMemoryTable<>(transactions);
        this.column = column;
    }

    Optional<ID> find(K value) {
        return owners.find(value);
    }

    /** Whether somebody has the user's value; waits for a transaction that is about to take it or to give it up. */
    boolean isTaken(U user) {
        return owners.findForUpdate(column.apply(user)).isPresent();
    }

    boolean differs(U one, U other) {
        return !column.apply(one).equals(column.apply(other));
    }

    void add(U user) {
        owners.put(column.apply(user), user.id());
    }

    void remove(U user) {
        owners.remove(column.apply(user));
    }
}

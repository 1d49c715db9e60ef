package dev.usher.testkit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows by key. Writing needs a transaction, which holds the rows it wrote until its end. Thread-safe. */
final class InMemoryTable<K, V> {

    private final InMemoryTransactions transactions;
    private final Map<K, InMemoryRow<V>> rows = new ConcurrentHashMap<>();

    InMemoryTable(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    Optional<V> find(K key) {
        InMemoryRow<V> row = rows.get(key);
        return row == null ? Optional.empty() : row.read(transactions.current());
    }

    /** Waits for the row, which may be absent, and finds it as nobody else can change it before the commit. */
    Optional<V> findForUpdate(K key) {
        InMemoryRow<V> row = row(key);
        row.hold(transaction());
        return row.read(transaction());
    }

    void put(K key, V value) {
        write(key, value);
    }

    void remove(K key) {
        write(key, null);
    }

    /** Every row there is, in no order. */
    List<V> values() {
        return rows.keySet().stream().flatMap(key -> find(key).stream()).toList();
    }

    /** Removes rows that pass; waits for each and looks again once it has it. */
    void removeIf(Predicate<V> condition) {
        rows.keySet().stream()
                .filter(key -> find(key).filter(condition).isPresent())
                .filter(key -> findForUpdate(key).filter(condition).isPresent())
                .toList()
                .forEach(this::remove);
    }

    /** Removes rows that pass, at most so many, and counts them; waits for none: what another transaction holds stays. */
    int purge(Predicate<V> condition, int limit) {
        List<K> doomed = rows.keySet().stream()
                .filter(key -> find(key).filter(condition).isPresent())
                .filter(key -> row(key).tryHold(transaction()))
                .filter(key -> find(key).filter(condition).isPresent())
                .limit(limit)
                .toList();
        doomed.forEach(this::remove);
        return doomed.size();
    }

    private void write(K key, @Nullable V value) {
        InMemoryRow<V> row = row(key);
        row.hold(transaction());
        row.write(transaction(), value);
    }

    private InMemoryRow<V> row(K key) {
        return rows.computeIfAbsent(key, k -> new InMemoryRow<>());
    }

    private InMemoryTransaction transaction() {
        return Objects.requireNonNull(transactions.current(), "writing needs a transaction");
    }
}

package dev.usher.rest.wiring;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rows that are stored when a JTA transaction is committed, as a database would. */
final class JtaRows {

    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final TransactionSynchronizationRegistry registry;

    JtaRows(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    void write(String key) {
        registry.putResource(key, key);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    committed.add(key);
                }
            }
        });
    }

    boolean exists(String key) {
        return committed.contains(key)
                || (registry.getTransactionStatus() == Status.STATUS_ACTIVE && registry.getResource(key) != null);
    }
}

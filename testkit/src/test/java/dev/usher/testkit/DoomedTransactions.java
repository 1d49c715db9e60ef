package dev.usher.testkit;

import dev.usher.UpdateOutcome;
import dev.usher.UserDatabase;
import dev.usher.spi.Transactions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Transactions that a duplicate dooms, as in JPA: they fail at their end and leave nothing behind. */
final class DoomedTransactions implements Transactions {

    private final InMemoryTransactions good = new InMemoryTransactions();
    private final Set<Thread> doomed = ConcurrentHashMap.newKeySet();

    UserDatabase<Knight, UUID> users() {
        return new ForwardingUserDatabase(Knight.users(good)) {
            @Override
            public boolean insert(Knight user) {
                boolean inserted = super.insert(user);
                if (!inserted) {
                    doomed.add(Thread.currentThread());
                }
                return inserted;
            }

            @Override
            public UpdateOutcome update(Knight user) {
                UpdateOutcome outcome = super.update(user);
                if (outcome == UpdateOutcome.EMAIL_TAKEN) {
                    doomed.add(Thread.currentThread());
                }
                return outcome;
            }
        };
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return good.inTransaction(() -> endingWell(work));
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        return good.inNewTransaction(() -> endingWell(work));
    }

    @Override
    public void afterCommit(Runnable action) {
        good.afterCommit(action);
    }

    private <T> T endingWell(Supplier<T> work) {
        try {
            T result = work.get();
            if (doomed.contains(Thread.currentThread())) {
                throw new IllegalStateException("the transaction is marked for rollback");
            }
            return result;
        } finally {
            doomed.remove(Thread.currentThread());
        }
    }
}

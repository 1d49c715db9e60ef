package dev.usher.testkit;

import dev.usher.UpdateOutcome;
import dev.usher.UserDatabase;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.Transactions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Transactions that a duplicate dooms, as in JPA: they fail at their end and leave nothing behind. */
final class DoomedTransactions implements Transactions {

    final InMemoryTransactions good = new InMemoryTransactions();
    final InMemoryUserDatabase<Knight, UUID> knights = Knight.users(good);
    private final Set<Thread> doomed = ConcurrentHashMap.newKeySet();

    UserDatabase<Knight, UUID> users() {
        return new ForwardingUserDatabase(knights) {
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

    OAuthAccountDatabase<Knight, UUID> oauthAccounts() {
        return new ForwardingOAuthAccounts(new InMemoryOAuthAccounts<>(good, knights)) {
            @Override
            public boolean link(UUID userId, OAuthAccount account) {
                boolean linked = super.link(userId, account);
                if (!linked) {
                    doomed.add(Thread.currentThread());
                }
                return linked;
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

package dev.usher.jpa;

import dev.usher.spi.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resource-local transactions, without a server and without JTA: each has an {@link EntityManager} of its own. Make one
 * for each persistence unit and hand it to every adapter.
 *
 * <p>If joined work throws, or a write finds a duplicate, the whole transaction is doomed: it can only be rolled back, and
 * its outer end throws if nobody threw before. A pool of one connection suffices, except for {@link #inNewTransaction}
 * inside another transaction. On SQLite that one waits in vain for a caller that has read or written, until the busy
 * timeout ends it, because a transaction takes the write lock with its first statement: see {@link HibernateSettings}.
 */
public final class JpaTransactions implements Transactions, EntityManagers {

    private final EntityManagerFactory factory;

    @SuppressWarnings("ThreadLocalUsage") // each persistence unit has transactions of its own
    private final ThreadLocal<@Nullable LocalTransaction> current = new ThreadLocal<>();

    /**
     * Connects to nothing yet.
     *
     * @param factory of a persistence unit whose transactions are {@code RESOURCE_LOCAL}; stays the caller's to close
     */
    public JpaTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.usher.UsersException {@code SERVICE_UNAVAILABLE} if the transaction cannot begin or commit; where the
     *     connection breaks during the commit, it may have been committed all the same
     * @throws jakarta.persistence.RollbackException if the transaction was doomed and the work did not throw
     */
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        LocalTransaction outer = current.get();
        return outer == null ? inFirstTransaction(work) : outer.join(work);
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        LocalTransaction suspended = current.get();
        current.remove();
        try {
            return inFirstTransaction(work);
        } finally {
            if (suspended != null) {
                current.set(suspended);
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        LocalTransaction transaction = current.get();
        if (transaction == null) {
            LocalTransaction.runLogged(action);
        } else {
            transaction.afterCommit(action);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Outside of a transaction nothing it changes is stored, and reading takes no lock on SQLite.
     *
     * @throws dev.usher.UsersException {@code SERVICE_UNAVAILABLE} if the database cannot be reached or is too busy;
     *     then the transaction is doomed, too
     */
    @Override
    public <T> T withEntityManager(Function<EntityManager, T> work) {
        LocalTransaction transaction = current.get();
        if (transaction != null) {
            return transaction.lend(work);
        }
        try (EntityManager shortLived = factory.createEntityManager()) {
            return work.apply(shortLived);
        } catch (RuntimeException e) {
            throw Failures.translated(e);
        }
    }

    @Override
    public Transactions transactions() {
        return this;
    }

    private <T> T inFirstTransaction(Supplier<T> work) {
        LocalTransaction transaction = LocalTransaction.begin(factory);
        T result;
        current.set(transaction);
        try {
            result = work.get();
            transaction.commit();
        } catch (Throwable failure) {
            transaction.rollBack(failure);
            throw failure;
        } finally {
            current.remove();
        }
        transaction.runActions();
        return result;
    }
}

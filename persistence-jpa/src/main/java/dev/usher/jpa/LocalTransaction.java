package dev.usher.jpa;

import dev.usher.schema.SqlFailures;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.RollbackException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one thread does between begin and commit, and what it has put off until then. */
final class LocalTransaction {

    private static final Logger LOG = System.getLogger(JpaTransactions.class.getName());

    private final EntityManager entityManager;
    private final List<Runnable> afterCommit = new ArrayList<>();

    /** Why this can only be rolled back. */
    private @Nullable Throwable doom;

    private LocalTransaction(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    static LocalTransaction begin(EntityManagerFactory factory) {
        LocalTransaction transaction;
        try {
            transaction = new LocalTransaction(factory.createEntityManager());
        } catch (RuntimeException e) {
            throw Failures.translated(e);
        }
        try {
            transaction.entityManager.getTransaction().begin();
            return transaction;
        } catch (RuntimeException e) {
            transaction.closeAfter(e);
            throw Failures.translated(e);
        }
    }

    /** SQLite may end a transaction by itself when it is unavailable: further statements would commit alone. */
    <T> T lend(Function<EntityManager, T> work) {
        try {
            return work.apply(entityManager);
        } catch (RuntimeException e) {
            if (SqlFailures.isUnavailable(e)) {
                doom(e);
            }
            throw Failures.translated(e);
        }
    }

    <T> T join(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            doom(failure);
            throw failure;
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void commit() {
        if (doom != null || entityManager.getTransaction().getRollbackOnly()) {
            throw Failures.translated(
                    new RollbackException("a part of this transaction failed, so nothing of it is stored", doom));
        }
        try {
            entityManager.getTransaction().commit();
        } catch (RuntimeException e) {
            throw Failures.translated(e);
        }
        close();
    }

    /** Rolls back if that is still to be done. */
    void rollBack(Throwable cause) {
        try {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
        closeAfter(cause);
    }

    void runActions() {
        afterCommit.forEach(LocalTransaction::runLogged);
    }

    static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "an action put off until after the commit failed; the commit stands", e);
        }
    }

    private void doom(Throwable failure) {
        if (doom == null) {
            doom = failure;
        }
    }

    private void close() {
        try {
            entityManager.close();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "an entity manager could not be closed after its transaction was committed", e);
        }
    }

    private void closeAfter(Throwable cause) {
        try {
            entityManager.close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}

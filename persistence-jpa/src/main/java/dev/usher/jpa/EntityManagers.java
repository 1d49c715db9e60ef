package dev.usher.jpa;

import dev.usher.spi.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the adapters find the {@link EntityManager} to work with, and the transactions they take part in: the one thing
 * that differs between a server and an application without one. Implementations are thread-safe.
 */
public interface EntityManagers {

    /**
     * Lends the entity manager of the current transaction, or one for this work only where there is none. It must not be
     * closed, committed, or kept.
     *
     * @param work runs once, on this thread
     * @return what the work returned
     */
    <T> T withEntityManager(Function<EntityManager, T> work);

    /** What writes take part in. */
    Transactions transactions();

    /**
     * Entity managers of a server's: container-managed ones, which belong to the transaction (JTA).
     *
     * <p>Beside the application's own work in one persistence context, users that Usher reads or stores are flushed and
     * then detached, also where the application had loaded them.
     *
     * @param current gives the entity manager of the current transaction; outside of one, its results are detached
     * @param transactions of the same server
     */
    static EntityManagers of(Supplier<EntityManager> current, Transactions transactions) {
        return new ContainerManaged(current, transactions);
    }
}

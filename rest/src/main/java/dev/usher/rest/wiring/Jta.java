package dev.usher.rest.wiring;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What a server tells of the calling thread's transaction. */
final class Jta {

    static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private final TransactionSynchronizationRegistry registry;
    private final JtaBoundary boundary;

    private Jta(TransactionSynchronizationRegistry registry, JtaBoundary boundary) {
        this.registry = registry;
        this.boundary = boundary;
    }

    static Jta find(JtaBoundary boundary) {
        Instance<TransactionSynchronizationRegistry> beans =
                CDI.current().select(TransactionSynchronizationRegistry.class);
        return new Jta(beans.isResolvable() ? beans.get() : lookUp(), boundary);
    }

    @SuppressWarnings("BanJNDI") // a name of the server's own, which nobody else can choose
    private static TransactionSynchronizationRegistry lookUp() {
        try {
            return InitialContext.doLookup(REGISTRY);
        } catch (NamingException e) {
            throw new IllegalStateException("JTA transactions need a server, which has " + REGISTRY, e);
        }
    }

    /** Whether there is one that has not ended; one that has may still stand on the thread while the server tidies up. */
    boolean isInTransaction() {
        return switch (registry.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK -> false;
            default -> true;
        };
    }

    <T> T join(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable failure) {
            doom(failure);
            throw failure;
        }
    }

    /** Lets the transaction be rolled back whatever comes. */
    void doom(Throwable cause) {
        try {
            registry.setRollbackOnly();
        } catch (IllegalStateException ended) {
            cause.addSuppressed(ended);
        }
    }

    /** Watches over the transaction that Usher has just begun. */
    JtaTransaction begun() {
        if (!isInTransaction()) {
            throw new IllegalStateException("nothing here intercepts @Transactional: JTA transactions need a server");
        }
        return watch(new JtaTransaction(boundary, true));
    }

    /** Puts an action off; if the transaction is doomed already, for ever. */
    void afterCommit(Runnable action) {
        if (registry.getTransactionStatus() != Status.STATUS_MARKED_ROLLBACK) {
            Object watched = registry.getResource(JtaTransaction.class);
            JtaTransaction transaction =
                    watched == null ? watch(new JtaTransaction(boundary, false)) : (JtaTransaction) watched;
            transaction.afterCommit(action);
        }
    }

    private JtaTransaction watch(JtaTransaction transaction) {
        registry.putResource(JtaTransaction.class, transaction);
        registry.registerInterposedSynchronization(transaction);
        return transaction;
    }
}

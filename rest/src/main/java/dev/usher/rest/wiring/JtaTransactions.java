package dev.usher.rest.wiring;

import dev.usher.spi.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a server (JTA). An application chooses them, because nobody gets them unasked:
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * Transactions transactions(JtaTransactions jta) {
 *     return jta;
 * }
 * }</pre>
 *
 * <p>Work joins the caller's transaction, whoever began it: {@code @Transactional}, an EJB or {@code UserTransaction}.
 * If joined work throws, or a write finds a duplicate, the whole transaction is doomed: it can only be rolled back. The
 * outer end of one that Usher began throws then, if nobody threw before; of one of the application's, servers differ.
 *
 * <p>Where the application began the transaction, actions run when the server says that it is committed, outside of any
 * transaction, and the connection may not be given back yet. As everywhere, they can begin transactions of their own.
 *
 * <p>Needs the interceptor of {@code jakarta.transaction.Transactional} and a {@code TransactionSynchronizationRegistry},
 * as a CDI bean or at {@value Jta#REGISTRY}: every Jakarta EE server has them. Without them every method throws.
 */
@Dependent
@Typed(JtaTransactions.class)
public final class JtaTransactions implements Transactions {

    private final JtaBoundary boundary;
    private volatile @Nullable Jta jta;

    @Inject
    JtaTransactions(JtaBoundary boundary) {
        this.boundary = boundary;
    }

    /**
     * {@inheritDoc}
     *
     * @throws jakarta.transaction.TransactionalException if the transaction cannot begin or commit, or was doomed, and the
     *     work did not throw
     */
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return jta().isInTransaction() ? jta().join(work) : inNewTransaction(work);
    }

    /**
     * {@inheritDoc}
     *
     * @throws jakarta.transaction.TransactionalException as for {@link #inTransaction}
     */
    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        JtaWork<T> first = new JtaWork<>(jta(), work);
        try {
            boundary.inNew(first);
        } catch (Throwable end) {
            throw first.failure(end);
        }
        return first.result();
    }

    @Override
    public void afterCommit(Runnable action) {
        if (jta().isInTransaction()) {
            jta().afterCommit(action);
        } else {
            JtaTransaction.runLogged(action);
        }
    }

    private Jta jta() {
        Jta known = jta;
        if (known == null) {
            known = Jta.find(boundary);
            jta = known;
        }
        return known;
    }
}

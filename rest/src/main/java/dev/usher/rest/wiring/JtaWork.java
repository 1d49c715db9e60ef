package dev.usher.rest.wiring;

import jakarta.transaction.TransactionalException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that has a transaction to itself. Its failure is kept from the server's interceptor, because servers differ in what
 * they make of it; they agree that a doomed transaction is rolled back.
 */
final class JtaWork<T> implements Runnable {

    private final Jta jta;
    private final Supplier<T> work;
    private @Nullable JtaTransaction transaction;
    private @Nullable Throwable failure;
    private Supplier<T> result = () -> {
        throw new IllegalStateException("the server did not run the work of a transaction");
    };

    JtaWork(Jta jta, Supplier<T> work) {
        this.jta = jta;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            transaction = jta.begun();
            T value = work.get();
            result = () -> value;
        } catch (Throwable thrown) {
            failure = thrown;
            jta.doom(thrown);
        }
    }

    /** What to throw where the server could not end the transaction, or not begin it. */
    RuntimeException failure(Throwable end) {
        if (failure == null) {
            return new TransactionalException("the transaction failed, so nothing of it is stored", end);
        }
        failure.addSuppressed(end);
        return unchecked(failure);
    }

    /** What the work returned, once the actions that were put off have run. */
    T result() {
        if (failure != null) {
            throw unchecked(failure);
        }
        if (transaction != null && !transaction.isCommitted()) {
            throw new TransactionalException("a part of this transaction failed, so nothing of it is stored", null);
        }
        if (transaction != null) {
            transaction.runActions();
        }
        return result.get();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // thrown as it is, whatever it is
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}

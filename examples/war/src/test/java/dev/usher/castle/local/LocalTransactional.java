package dev.usher.castle.local;

import dev.usher.spi.Transactions;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Stands in for the server's interceptor of {@link Transactional}. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class LocalTransactional implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    transient Transactions transactions;

    @AroundInvoke
    @Nullable Object around(InvocationContext invocation) {
        Object[] result = new Object[1];
        transactions.inTransaction(() -> {
            result[0] = proceed(invocation::proceed);
            return true;
        });
        return result[0];
    }

    private static Object proceed(Callable<Object> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

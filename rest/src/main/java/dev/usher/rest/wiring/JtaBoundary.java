package dev.usher.rest.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Where a server begins, suspends and ends transactions: its interceptor stands around these methods.
 *
 * <p>They call themselves through what they run. Weld intercepts that only through a client proxy, so this is not
 * dependent, and only where methods are public.
 */
@ApplicationScoped
class JtaBoundary {

    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Throwable.class)
    public void inNew(Runnable work) {
        work.run();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public void inNone(Runnable work) {
        work.run();
    }
}

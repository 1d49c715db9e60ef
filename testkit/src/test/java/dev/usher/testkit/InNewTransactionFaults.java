package dev.usher.testkit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions that get a new transaction inside another wrong. */
final class InNewTransactionFaults {

    private InNewTransactionFaults() {}

    /** Insists on a caller's transaction. */
    @Fault({
        "inNewTransaction_worksWithoutACaller",
        "afterCommit_mayOpenTransactions",
    })
    static class InsistingTransactions extends BrokenTransactions {
        @Override
        public <T> T inNewTransaction(Supplier<T> work) {
            if (!isActive()) {
                throw new IllegalStateException("there is no transaction to suspend");
            }
            return super.inNewTransaction(work);
        }
    }

    /** Joins where it should open a new one. */
    @Fault({
        "inNewTransaction_commitsThoughTheCallersIsRolledBack",
        "inNewTransaction_isCommittedBeforeItReturns",
        "afterCommit_ofANewTransactionDoesNotWaitForTheCallers",
    })
    static class AlwaysJoiningTransactions extends BrokenTransactions {
        @Override
        public <T> T inNewTransaction(Supplier<T> work) {
            return super.inTransaction(work);
        }
    }

    /** Rolls the caller's transaction back with the new one. */
    @Fault({
        "inNewTransaction_isUndoneAloneIfItThrows",
        "inNewTransaction_canItselfBeJoined",
        "afterCommit_isDroppedByTheFailureOfTheNewTransactionThatItBelongsTo",
    })
    static class InfectiousTransactions extends BrokenTransactions {
        private final AtomicReference<@Nullable Undo> failure = new AtomicReference<>();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return super.inTransaction(() -> {
                T result = work.get();
                Undo infection = failure.getAndSet(null);
                if (infection != null) {
                    throw infection;
                }
                return result;
            });
        }

        @Override
        public <T> T inNewTransaction(Supplier<T> work) {
            try {
                return super.inNewTransaction(work);
            } catch (Undo e) {
                failure.set(e);
                throw e;
            }
        }
    }

    /** Does not resume the caller's transaction. */
    @Fault("inNewTransaction_givesTheCallersTransactionBack")
    static class ForgottenCallerTransactions extends BrokenTransactions {
        private final AtomicBoolean forgotten = new AtomicBoolean();

        @Override
        public <T> T inNewTransaction(Supplier<T> work) {
            forgotten.set(false);
            try {
                return super.inNewTransaction(work);
            } finally {
                forgotten.set(true);
            }
        }

        @Override
        public void write(String key) {
            if (forgotten.get()) {
                good.inNewTransaction(Work.work(() -> super.write(key)));
            } else {
                super.write(key);
            }
        }
    }
}

package dev.usher.testkit;

import dev.usher.UsersException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions that commit, join or roll back wrongly. */
final class InTransactionFaults {

    private InTransactionFaults() {}

    /** Runs the work a second time, as a retry that does not ask whether the first went well. */
    @Fault({
        "inTransaction_runsTheWorkOnceOnTheCallersThread",
        "afterCommit_isDroppedByTheFailureOfTheJoinedWorkThatAddedIt",
        "afterCommit_isDroppedByTheFailureOfTheNewTransactionThatItBelongsTo",
        "afterCommit_mayOpenTransactions",
        "afterCommit_ofANewTransactionDoesNotWaitForTheCallers",
        "afterCommit_ofJoinedWorkWaitsForTheOutermost",
        "afterCommit_runsActionsInTheOrderTheyWereAdded",
        "afterCommit_runsAtOnceInsideAnAction",
        "afterCommit_runsOnTheCommittingThread",
        "afterCommit_runsOnceAfterTheCommit",
        "afterCommit_seesWhatWasCommitted",
        "afterCommit_swallowsWhatAnActionThrows",
    })
    static class TwiceRunningTransactions extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return super.inTransaction(() -> List.of(work.get(), work.get()).get(1));
        }
    }

    /** Takes a transaction that has read for one that has only read. */
    @Fault("inTransaction_commitsWhatTheWorkWrote")
    static class ReadOnlyTransactions extends BrokenTransactions {
        private final AtomicBoolean read = new AtomicBoolean();

        @Override
        public boolean exists(String key) {
            read.set(isActive());
            return super.exists(key);
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (isActive()) {
                return super.inTransaction(work);
            }
            List<T> result = new ArrayList<>();
            try {
                return super.inTransaction(() -> {
                    result.add(work.get());
                    if (read.getAndSet(false)) {
                        throw new Undo();
                    }
                    return result.get(0);
                });
            } catch (Undo e) {
                return result.stream().findFirst().orElseThrow(() -> e);
            }
        }
    }

    /** Forgets the result. */
    @Fault({
        "inTransaction_returnsWhatTheWorkReturned",
        "inTransaction_belongsToItsThread",
        "inTransaction_joinsTheCallersTransaction",
    })
    static class ForgetfulTransactions extends BrokenTransactions {
        @Override
        @SuppressWarnings("NullAway") // the fault
        public <T> T inTransaction(Supplier<T> work) {
            super.inTransaction(work);
            return null;
        }
    }

    /** Commits what a refused use case wrote, as EJB does for application exceptions. */
    @Fault("inTransaction_undoesWorkThatThrowsAndPassesTheExceptionOn")
    static class LeakyTransactions extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            AtomicReference<@Nullable UsersException> refusal = new AtomicReference<>();
            List<T> result = super.inTransaction(() -> {
                try {
                    return List.of(work.get());
                } catch (UsersException e) {
                    refusal.set(e);
                    return List.of();
                }
            });
            UsersException refused = refusal.get();
            if (refused != null) {
                throw refused;
            }
            return result.get(0);
        }
    }

    /** Rolls back for exceptions, not for errors. */
    @Fault("inTransaction_undoesWorkThatEndsInAnErrorAndPassesTheErrorOn")
    static class ErrorCommittingTransactions extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            AtomicReference<@Nullable LinkageError> failure = new AtomicReference<>();
            List<T> result = super.inTransaction(() -> {
                try {
                    return List.of(work.get());
                } catch (LinkageError e) {
                    failure.set(e);
                    return List.of();
                }
            });
            LinkageError failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            return result.get(0);
        }
    }

    /** Wraps what the work throws. */
    @Fault({
        "inTransaction_undoesWorkThatThrowsAndPassesTheExceptionOn",
        "inTransaction_passesTheExceptionOfJoinedWorkOn",
    })
    static class WrappingTransactions extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            try {
                return super.inTransaction(work);
            } catch (RuntimeException e) {
                throw new IllegalStateException("the transaction was rolled back", e);
            }
        }
    }

    /** Stays marked for rollback after a failure. */
    @Fault({
        "inTransaction_worksAgainAfterAFailure",
        "inTransaction_joinsTheCallersTransaction",
        "inTransaction_keepsConcurrentTransactionsApart",
        "afterCommit_isDroppedByARollback",
        "afterCommit_ofJoinedWorkIsDroppedByTheCallersRollback",
    })
    static class StuckTransactions extends BrokenTransactions {
        private final AtomicBoolean failed = new AtomicBoolean();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (failed.get()) {
                throw new IllegalStateException("marked for rollback");
            }
            try {
                return super.inTransaction(work);
            } catch (Undo e) {
                failed.set(!isActive());
                throw e;
            }
        }
    }

    /** Never joins. */
    @Fault({
        "inTransaction_joinsTheCallersTransaction",
        "inNewTransaction_canItselfBeJoined",
        "afterCommit_ofJoinedWorkIsDroppedByTheCallersRollback",
        "afterCommit_ofJoinedWorkWaitsForTheOutermost",
        "afterCommit_runsActionsInTheOrderTheyWereAdded",
    })
    static class NeverJoiningTransactions extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return super.inNewTransaction(work);
        }
    }

    /** Joins without a savepoint and without dooming the caller's transaction. */
    @Fault({
        "inTransaction_neverCommitsWhatFailedJoinedWorkWrote",
        "afterCommit_isDroppedByTheFailureOfTheJoinedWorkThatAddedIt",
    })
    static class FlatTransactions extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return isActive() ? work.get() : super.inTransaction(work);
        }
    }

    /** Shows what is not committed yet. */
    @Fault("inTransaction_belongsToItsThread")
    static class DirtyReadingTransactions extends BrokenTransactions {
        private final Set<String> written = ConcurrentHashMap.newKeySet();

        @Override
        public void write(String key) {
            written.add(key);
            super.write(key);
        }

        @Override
        public boolean exists(String key) {
            return super.exists(key) || (!isActive() && written.contains(key));
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            try {
                return super.inTransaction(work);
            } finally {
                if (!isActive()) {
                    written.clear();
                }
            }
        }
    }

    /** Has an adapter that commits each statement. */
    @Fault({
        "inTransaction_belongsToItsThread",
        "inTransaction_joinsTheCallersTransaction",
        "inTransaction_keepsConcurrentTransactionsApart",
        "inTransaction_neverCommitsWhatFailedJoinedWorkWrote",
        "inTransaction_undoesWorkThatEndsInAnErrorAndPassesTheErrorOn",
        "inTransaction_undoesWorkThatThrowsAndPassesTheExceptionOn",
        "inTransaction_worksAgainAfterAFailure",
        "inNewTransaction_canItselfBeJoined",
        "inNewTransaction_commitsThoughTheCallersIsRolledBack",
        "inNewTransaction_givesTheCallersTransactionBack",
        "inNewTransaction_isUndoneAloneIfItThrows",
    })
    static class AutoCommittingTransactions extends BrokenTransactions {
        @Override
        public void write(String key) {
            good.inNewTransaction(Work.work(() -> super.write(key)));
        }
    }

    /** Rolls back everybody's work if one thread's fails. */
    @Fault("inTransaction_keepsConcurrentTransactionsApart")
    static class SharedFateTransactions extends BrokenTransactions {
        private final AtomicBoolean failed = new AtomicBoolean();
        private final Window window = new Window();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return super.inTransaction(() -> {
                try {
                    T result = work.get();
                    window.open();
                    if (failed.get()) {
                        throw new IllegalStateException("another thread's transaction has failed");
                    }
                    return result;
                } catch (Undo e) {
                    failed.set(Window.isRunner());
                    window.open();
                    throw e;
                }
            });
        }
    }
}

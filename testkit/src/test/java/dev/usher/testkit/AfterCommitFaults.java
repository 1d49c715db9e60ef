package dev.usher.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Transactions that run actions wrongly. */
final class AfterCommitFaults {

    private AfterCommitFaults() {}

    private static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    /** Has nowhere to put an action without a transaction. */
    @Fault({
        "afterCommit_runsAtOnceWithoutATransaction",
        "afterCommit_runsAtOnceInsideAnAction",
        "afterCommit_onAnotherThreadDoesNotWaitForThisOne",
    })
    static class ForgetfulAfterCommit extends BrokenTransactions {
        @Override
        public void afterCommit(Runnable action) {
            if (isActive()) {
                super.afterCommit(action);
            }
        }
    }

    /** Does not wait for the commit. */
    @Fault({
        "afterCommit_runsOnceAfterTheCommit",
        "afterCommit_isDroppedByARollback",
        "afterCommit_mayOpenTransactions",
        "afterCommit_ofJoinedWorkWaitsForTheOutermost",
        "afterCommit_seesWhatWasCommitted",
        "afterCommit_ofJoinedWorkIsDroppedByTheCallersRollback",
        "afterCommit_isDroppedByTheFailureOfTheJoinedWorkThatAddedIt",
        "afterCommit_isDroppedByTheFailureOfTheNewTransactionThatItBelongsTo",
    })
    static class ImpatientAfterCommit extends BrokenTransactions {
        @Override
        public void afterCommit(Runnable action) {
            InMemoryTransaction.runAction(action);
        }
    }

    /** Runs the last action first. */
    @Fault({
        "afterCommit_runsActionsInTheOrderTheyWereAdded",
        "afterCommit_swallowsWhatAnActionThrows",
        "afterCommit_isDroppedByTheFailureOfTheJoinedWorkThatAddedIt",
        "afterCommit_isDroppedByTheFailureOfTheNewTransactionThatItBelongsTo",
    })
    static class StackedAfterCommit extends BrokenTransactions {
        private final Deque<Runnable> stack = new ArrayDeque<>();

        @Override
        public void afterCommit(Runnable action) {
            if (isActive()) {
                stack.push(action);
                super.afterCommit(() -> stack.pop().run());
            } else {
                super.afterCommit(action);
            }
        }
    }

    /** Runs actions on a thread of their own. */
    @Fault({
        "afterCommit_runsOnTheCommittingThread",
        "afterCommit_runsAtOnceWithoutATransaction",
    })
    static class ThreadedAfterCommit extends BrokenTransactions {
        @Override
        public void afterCommit(Runnable action) {
            super.afterCommit(() -> Race.elsewhere(Work.work(action)::get));
        }
    }

    /** Runs actions at the end of the work, before the commit. */
    @Fault({
        "afterCommit_seesWhatWasCommitted",
        "afterCommit_mayOpenTransactions",
        "afterCommit_runsAtOnceInsideAnAction",
    })
    static class BeforeCommit extends BrokenTransactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (isActive()) {
                return super.inTransaction(work);
            }
            return super.inTransaction(() -> {
                T result = work.get();
                Objects.requireNonNull(good.current()).runActions();
                return result;
            });
        }

        @Override
        public void afterCommit(Runnable action) {
            super.afterCommit(once(action));
        }
    }

    /** Cannot open transactions while actions run. */
    @Fault("afterCommit_mayOpenTransactions")
    static class BusyAfterCommit extends BrokenTransactions {
        private final AtomicBoolean acting = new AtomicBoolean();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (acting.get()) {
                throw new IllegalStateException("the transaction is completing");
            }
            return super.inTransaction(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            super.afterCommit(() -> {
                acting.set(true);
                try {
                    action.run();
                } finally {
                    acting.set(false);
                }
            });
        }
    }

    /** Loses what is added while actions run. */
    @Fault("afterCommit_runsAtOnceInsideAnAction")
    static class LosingAfterCommit extends BrokenTransactions {
        private final List<Thread> acting = new ArrayList<>();

        @Override
        public void afterCommit(Runnable action) {
            if (!acting.contains(Thread.currentThread())) {
                super.afterCommit(() -> {
                    acting.add(Thread.currentThread());
                    action.run();
                });
            }
        }
    }

    /** Lets the exception of an action through, and drops the actions after it. */
    @Fault("afterCommit_swallowsWhatAnActionThrows")
    static class FragileAfterCommit extends BrokenTransactions {
        private final List<Runnable> due = new CopyOnWriteArrayList<>();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            T result = super.inTransaction(work);
            runDue();
            return result;
        }

        @Override
        public <T> T inNewTransaction(Supplier<T> work) {
            T result = super.inNewTransaction(work);
            runDue();
            return result;
        }

        @Override
        public void afterCommit(Runnable action) {
            if (isActive()) {
                super.afterCommit(() -> due.add(action));
            } else {
                super.afterCommit(action);
            }
        }

        private void runDue() {
            List<Runnable> now = List.copyOf(due);
            due.clear();
            now.forEach(Runnable::run);
        }
    }

    /** Lets the exception of an action through where there is no transaction. */
    @Fault("afterCommit_swallowsWhatAnActionThrowsWithoutATransaction")
    static class UnguardedAfterCommit extends BrokenTransactions {
        @Override
        public void afterCommit(Runnable action) {
            if (isActive()) {
                super.afterCommit(action);
            } else {
                action.run();
            }
        }
    }

    /** Runs actions after a rollback as well. */
    @Fault({
        "afterCommit_isDroppedByARollback",
        "afterCommit_isDroppedByTheFailureOfTheJoinedWorkThatAddedIt",
        "afterCommit_isDroppedByTheFailureOfTheNewTransactionThatItBelongsTo",
        "afterCommit_ofJoinedWorkIsDroppedByTheCallersRollback",
    })
    static class AfterCompletion extends BrokenTransactions {
        private final List<Runnable> actions = new CopyOnWriteArrayList<>();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            try {
                return super.inTransaction(work);
            } finally {
                if (!isActive()) {
                    actions.forEach(InMemoryTransaction::runAction);
                }
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            Runnable once = once(action);
            actions.add(once);
            super.afterCommit(once);
        }
    }

    /** Keeps one list of actions for all threads. */
    @Fault({
        "afterCommit_onAnotherThreadDoesNotWaitForThisOne",
        "afterCommit_runsAtOnceInsideAnAction",
    })
    static class SharedAfterCommit extends BrokenTransactions {
        private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
        private final AtomicBoolean open = new AtomicBoolean();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            boolean outermost = open.compareAndSet(false, true);
            try {
                return super.inTransaction(work);
            } finally {
                if (outermost) {
                    open.set(false);
                    waiting.forEach(InMemoryTransaction::runAction);
                }
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            if (!isActive() && open.get()) {
                waiting.add(action);
            } else {
                super.afterCommit(action);
            }
        }
    }
}

package dev.usher.testkit;

import dev.usher.spi.Transactions;
import java.util.function.Supplier;

/** Work for a transaction that has nothing to return. */
final class Work {

    private Work() {}

    static Supplier<Boolean> work(Runnable steps) {
        return () -> {
            steps.run();
            return true;
        };
    }

    /** Work that fails after its steps. */
    static Supplier<Boolean> failing(RuntimeException failure, Runnable steps) {
        return () -> {
            steps.run();
            throw failure;
        };
    }

    /** Runs steps in a transaction that is then rolled back. */
    static void undone(Transactions transactions, Runnable steps) {
        undone(() -> transactions.inTransaction(failing(new Undo(), steps)));
    }

    /** Runs steps in a new transaction that is then rolled back. */
    static void undoneInNew(Transactions transactions, Runnable steps) {
        undone(() -> transactions.inNewTransaction(failing(new Undo(), steps)));
    }

    private static void undone(Supplier<Boolean> transaction) {
        try {
            throw new AssertionError("work that threw was committed with " + transaction.get());
        } catch (RuntimeException expected) {
            // the transaction is rolled back now
        }
    }
}

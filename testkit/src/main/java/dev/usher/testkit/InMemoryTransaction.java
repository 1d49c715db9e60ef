package dev.usher.testkit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One transaction of one thread: the rows it holds, how to undo what it wrote, and what is to happen after commit. */
final class InMemoryTransaction {

    private static final Logger LOG = System.getLogger(InMemoryTransaction.class.getName());

    private final Duration patience;
    private final List<InMemoryRow<?>> rows = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();

    InMemoryTransaction(Duration patience) {
        this.patience = patience;
    }

    /** How long it waits for a row that another transaction holds. */
    Duration patience() {
        return patience;
    }

    <T> T join(Supplier<T> work) {
        int written = undo.size();
        int added = actions.size();
        try {
            return work.get();
        } catch (Throwable t) {
            undoSince(written);
            actions.subList(added, actions.size()).clear();
            throw t;
        }
    }

    private void undoSince(int written) {
        for (int i = undo.size() - 1; i >= written; i--) {
            undo.remove(i).run();
        }
    }

    void holds(InMemoryRow<?> row) {
        rows.add(row);
    }

    void wrote(Runnable howToUndo) {
        undo.add(howToUndo);
    }

    void afterCommit(Runnable action) {
        actions.add(action);
    }

    void commit() {
        rows.forEach(InMemoryRow::commit);
    }

    /** Gives up the rows; what was not committed is gone. */
    void release() {
        rows.forEach(row -> row.release(this));
    }

    void runActions() {
        List.copyOf(actions).forEach(InMemoryTransaction::runAction);
    }

    static void runAction(Runnable action) {
        try {
            action.run();
        } catch (Throwable t) {
            LOG.log(Level.WARNING, "an action after commit failed", t);
        }
    }
}

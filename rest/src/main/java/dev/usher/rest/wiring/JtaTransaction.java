package dev.usher.rest.wiring;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** How one transaction ended, and what was put off until then. Actions run outside of any transaction. */
final class JtaTransaction implements Synchronization {

    private static final System.Logger LOG = System.getLogger(JtaTransactions.class.getName());

    private final List<Runnable> actions = new ArrayList<>();
    private final JtaBoundary boundary;
    private final boolean usher;
    private boolean committed;

    /** @param usher whether Usher began it, and runs the actions itself as soon as the server has tidied up */
    JtaTransaction(JtaBoundary boundary, boolean usher) {
        this.boundary = boundary;
        this.usher = usher;
    }

    void afterCommit(Runnable action) {
        actions.add(action);
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        committed = status == Status.STATUS_COMMITTED;
        if (committed && !usher) {
            runActions();
        }
    }

    boolean isCommitted() {
        return committed;
    }

    void runActions() {
        if (!actions.isEmpty()) {
            boundary.inNone(() -> actions.forEach(JtaTransaction::runLogged));
        }
    }

    static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "an action put off until after the commit failed; the commit stands", e);
        }
    }
}

package dev.usher.testkit;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Databases that lock the wrong superusers, or none. */
final class SuperuserLockFaults {

    private SuperuserLockFaults() {}

    /** Counts the inactive too. */
    @Fault("lockActiveSuperusers_namesWhoIsBothActiveAndASuperuser")
    static class LenientUserDatabase extends BrokenUserDatabase {
        @Override
        public Set<UUID> lockActiveSuperusers() {
            Set<UUID> ids = new HashSet<>(super.lockActiveSuperusers());
            findByEmail(Camelot.PERCIVAL.email()).map(Knight::id).ifPresent(ids::add);
            return ids;
        }
    }

    /** Remembers who they were at the last insert. */
    @Fault({
        "lockActiveSuperusers_seesWhatItsOwnTransactionChanged",
        "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce"
    })
    static class UnlockingUserDatabase extends BrokenUserDatabase {
        private volatile Set<UUID> before = Set.of();

        @Override
        public boolean insert(Knight user) {
            boolean inserted = super.insert(user);
            before = transactions.inTransaction(super::lockActiveSuperusers);
            return inserted;
        }

        @Override
        public Set<UUID> lockActiveSuperusers() {
            return before;
        }
    }
}

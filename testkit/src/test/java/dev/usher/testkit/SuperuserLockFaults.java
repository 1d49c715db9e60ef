package dev.usher.testkit;

import dev.usher.UpdateOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Databases that lock the wrong superusers, or none. */
final class SuperuserLockFaults {

    private static final UUID NOBODY = new UUID(0, 0);

    private SuperuserLockFaults() {}

    /** Counts the inactive too. */
    @Fault("lockActiveSuperusers_namesWhoIsBothActiveAndASuperuser")
    static class LenientUserDatabase extends BrokenUserDatabase {
        @Override
        public Set<UUID> lockActiveSuperusers(UUID target) {
            Set<UUID> ids = new HashSet<>(super.lockActiveSuperusers(target));
            findByEmail(Camelot.PERCIVAL.email()).map(Knight::id).ifPresent(ids::add);
            return ids;
        }
    }

    /** Remembers who they were at the last insert. */
    @Fault({
        "lockActiveSuperusers_seesWhatItsOwnTransactionChanged",
        "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce",
        "lockActiveSuperusers_letsNoTwoCallersWaitForEachOther"
    })
    static class UnlockingUserDatabase extends BrokenUserDatabase {
        private volatile Set<UUID> before = Set.of();

        @Override
        public boolean insert(Knight user) {
            boolean inserted = super.insert(user);
            before = transactions.inTransaction(() -> super.lockActiveSuperusers(NOBODY));
            return inserted;
        }

        @Override
        public Set<UUID> lockActiveSuperusers(UUID target) {
            return before;
        }

        @Override
        public UpdateOutcome update(Knight user) {
            letOthersIn();
            return super.update(user);
        }
    }

    /** Locks the superusers only. */
    @Fault("lockActiveSuperusers_letsNoTwoCallersWaitForEachOther")
    static class ForgetfulUserDatabase extends BrokenUserDatabase {
        ForgetfulUserDatabase() {
            super(Duration.ofMillis(200));
        }

        @Override
        public Set<UUID> lockActiveSuperusers(UUID target) {
            return super.lockActiveSuperusers(NOBODY);
        }

        @Override
        public UpdateOutcome update(Knight user) {
            letOthersIn();
            return super.update(user);
        }
    }

    /** Between the lock and the write there is time for all others to come. */
    private static void letOthersIn() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
}

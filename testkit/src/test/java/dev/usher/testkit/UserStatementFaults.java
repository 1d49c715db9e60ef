package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Databases with a fault in more than one kind of statement. */
final class UserStatementFaults {

    private UserStatementFaults() {}

    /** Has a column for the hash that is too short, and cuts. */
    @Fault({"insert_storesTheLongestValues", "update_storesTheLongestValues"})
    static class CuttingUserDatabase extends BrokenUserDatabase {
        @Override
        public boolean insert(Knight user) {
            String hash = user.hashedPassword();
            user.hashedPassword(hash.substring(0, Math.min(255, hash.length())));
            boolean inserted = super.insert(user);
            user.hashedPassword(hash);
            return inserted;
        }

        @Override
        public UpdateOutcome update(Knight user) {
            String hash = user.hashedPassword();
            user.hashedPassword(hash.substring(0, Math.min(255, hash.length())));
            UpdateOutcome outcome = super.update(user);
            user.hashedPassword(hash);
            return outcome;
        }
    }

    /** Reads instants to the second. */
    @Fault({"insert_keepsInstantsToTheMillisecond", "update_keepsInstantsToTheMillisecond"})
    static class SecondPrecisionUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<Knight> findById(UUID id) {
            return super.findById(id).map(user -> {
                user.createdAt(user.createdAt().truncatedTo(ChronoUnit.SECONDS));
                user.updatedAt(user.updatedAt().truncatedTo(ChronoUnit.SECONDS));
                return user;
            });
        }
    }

    /** Cannot go on after a duplicate, and does not say so. */
    @Fault({"insert_ofADuplicateLeavesTheTransactionAsDeclared", "update_toATakenAddressLeavesTheTransactionAsDeclared"
    })
    static class DoomingUserDatabase extends BrokenUserDatabase {
        private volatile @Nullable InMemoryTransaction doomed;

        @Override
        public boolean insert(Knight user) {
            if (doomed != null && doomed == transactions.current()) {
                throw new IllegalStateException("current transaction is aborted");
            }
            return super.insert(user) || doom();
        }

        @Override
        public UpdateOutcome update(Knight user) {
            UpdateOutcome outcome = super.update(user);
            if (outcome == UpdateOutcome.EMAIL_TAKEN) {
                doom();
            }
            return outcome;
        }

        private boolean doom() {
            doomed = transactions.current();
            return false;
        }
    }

    /** Reads on a connection of its own. */
    @Fault({
        "insert_isSeenByItsOwnTransaction",
        "update_isSeenByItsOwnTransaction",
        "delete_isSeenByItsOwnTransaction",
    })
    static class TwoConnectionsUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<Knight> findById(UUID id) {
            return Race.elsewhere(() -> super.findById(id));
        }

        @Override
        public Optional<Knight> findByEmail(Email email) {
            return Race.elsewhere(() -> super.findByEmail(email));
        }
    }

    /** Commits each statement. */
    @Fault({
        "insert_isUndoneByARollback",
        "update_isUndoneByARollback",
        "delete_isUndoneByARollback",
        "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce",
        "lockActiveSuperusers_letsNoTwoCallersWaitForEachOther"
    })
    static class AutoCommittingUserDatabase extends BrokenUserDatabase {
        AutoCommittingUserDatabase() {
            super(Duration.ofMillis(200));
        }

        @Override
        public boolean insert(Knight user) {
            return transactions.inNewTransaction(() -> super.insert(user));
        }

        @Override
        public UpdateOutcome update(Knight user) {
            return transactions.inNewTransaction(() -> super.update(user));
        }

        @Override
        public boolean delete(UUID id) {
            return transactions.inNewTransaction(() -> super.delete(id));
        }
    }
}

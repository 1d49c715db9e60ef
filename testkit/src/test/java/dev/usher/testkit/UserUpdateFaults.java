package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Databases that update wrongly. */
final class UserUpdateFaults {

    private UserUpdateFaults() {}

    /** Takes the time of registration for unchangeable. */
    @Fault({"update_storesEveryProperty", "update_storesTheLongestValues"})
    static class NotUpdatableUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            var createdAt = user.createdAt();
            findById(user.id()).ifPresent(stored -> user.createdAt(stored.createdAt()));
            UpdateOutcome outcome = super.update(user);
            user.createdAt(createdAt);
            return outcome;
        }
    }

    /** Raises the row version twice. */
    @Fault({
        "update_raisesTheRowVersionByOneInRowAndObject",
        "update_raisesTheRowVersionAlsoIfNothingElseChanged",
    })
    static class DoubleCountingUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            UpdateOutcome outcome = super.update(user);
            return outcome == UpdateOutcome.UPDATED ? super.update(user) : outcome;
        }
    }

    /** Saves itself the statement if nothing has changed. */
    @Fault("update_raisesTheRowVersionAlsoIfNothingElseChanged")
    static class ThriftyUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            boolean same = findById(user.id())
                    .map(Snapshot::of)
                    .filter(Snapshot.of(user)::equals)
                    .isPresent();
            return same ? UpdateOutcome.UPDATED : super.update(user);
        }
    }

    /** Has forgotten the WHERE for the password. */
    @Fault("update_leavesOtherUsersAlone")
    static class UnconditionalUserDatabase extends BrokenUserDatabase {
        private final List<UUID> ids = new CopyOnWriteArrayList<>();

        @Override
        public boolean insert(Knight user) {
            boolean inserted = super.insert(user);
            if (inserted) {
                ids.add(user.id());
            }
            return inserted;
        }

        @Override
        public UpdateOutcome update(Knight user) {
            UpdateOutcome outcome = super.update(user);
            ids.stream()
                    .flatMap(id -> findById(id).stream())
                    .filter(other -> !other.hashedPassword().equals(user.hashedPassword()))
                    .forEach(other -> {
                        other.hashedPassword(user.hashedPassword());
                        super.update(other);
                    });
            return outcome;
        }
    }

    /** Finds a user by the address she has given up. */
    @Fault("update_movesTheUserToTheNewAddress")
    static class ForwardingAddressUserDatabase extends BrokenUserDatabase {
        private final Map<Email, UUID> before = new ConcurrentHashMap<>();

        @Override
        public UpdateOutcome update(Knight user) {
            findById(user.id())
                    .filter(stored -> !stored.email().equals(user.email()))
                    .ifPresent(stored -> before.put(stored.email(), stored.id()));
            return super.update(user);
        }

        @Override
        public Optional<Knight> findByEmail(Email email) {
            return super.findByEmail(email)
                    .or(() -> Optional.ofNullable(before.get(email)).flatMap(this::findById));
        }
    }

    /** Does not compare the row version. */
    @Fault({"update_ofAStaleObjectChangesNothing", "update_letsExactlyOneOfManyConcurrentCallersChangeARow"})
    static class LastWriteWinsUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            UpdateOutcome outcome = super.update(user);
            if (outcome == UpdateOutcome.STALE) {
                findById(user.id()).ifPresent(stored -> user.rowVersion(stored.rowVersion()));
                return super.update(user);
            }
            return outcome;
        }
    }

    /** Raises the row version in the object before it knows the outcome. */
    @Fault({
        "update_ofAStaleObjectChangesNothing",
        "update_toATakenAddressLeavesTheObjectUsable",
        "update_letsExactlyOneOfManyConcurrentCallersTakeAFreeAddress",
    })
    static class HastyUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            UpdateOutcome outcome = super.update(user);
            if (outcome != UpdateOutcome.UPDATED) {
                user.rowVersion(user.rowVersion() + 1);
            }
            return outcome;
        }
    }

    /** Inserts a user who is gone. */
    @Fault("update_ofADeletedUserIsStale")
    static class MergingUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            boolean gone = findById(user.id()).isEmpty();
            return gone && insert(user) ? UpdateOutcome.UPDATED : super.update(user);
        }
    }

    /** Stores everything but the taken address. */
    @Fault("update_toATakenAddressChangesNothing")
    static class PiecemealUserDatabase extends BrokenUserDatabase {
        @Override
        public UpdateOutcome update(Knight user) {
            boolean taken = findByEmail(user.email())
                    .filter(other -> !other.id().equals(user.id()))
                    .isPresent();
            if (taken && user.superuser()) {
                Knight stored = findById(user.id()).orElseThrow();
                stored.superuser(true);
                transactions().inNewTransaction(() -> super.update(stored));
                return UpdateOutcome.EMAIL_TAKEN;
            }
            return super.update(user);
        }
    }

    /** Compares the row version, then writes. */
    @Fault("update_letsExactlyOneOfManyConcurrentCallersChangeARow")
    static class CheckThenUpdateUserDatabase extends BrokenUserDatabase {
        private final Window window = new Window();

        @Override
        public UpdateOutcome update(Knight user) {
            Optional<Knight> stored = findById(user.id());
            boolean fresh = stored.filter(knight -> knight.rowVersion() == user.rowVersion())
                    .isPresent();
            if (stored.filter(knight -> knight.tokenVersion() != user.tokenVersion())
                    .isPresent()) {
                window.open();
            }
            UpdateOutcome outcome = super.update(user);
            return fresh && outcome == UpdateOutcome.STALE ? UpdateOutcome.UPDATED : outcome;
        }
    }

    /** Looks whether the new address is free, then writes. */
    @Fault("update_letsExactlyOneOfManyConcurrentCallersTakeAFreeAddress")
    static class CheckThenMoveUserDatabase extends BrokenUserDatabase {
        private final Window window = new Window();

        @Override
        public UpdateOutcome update(Knight user) {
            boolean free = findByEmail(user.email()).isEmpty();
            if (free) {
                window.open();
            }
            UpdateOutcome outcome = super.update(user);
            return free && outcome == UpdateOutcome.EMAIL_TAKEN ? UpdateOutcome.UPDATED : outcome;
        }
    }
}

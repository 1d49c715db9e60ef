package dev.usher.testkit;

import dev.usher.Email;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Databases that delete wrongly. */
final class UserDeleteFaults {

    private UserDeleteFaults() {}

    /** Leaves the row where it is. */
    @Fault({
        "delete_removesTheUser",
        "delete_freesTheAddress",
        "delete_isSeenByItsOwnTransaction",
        "delete_neverLetsTheIdBeGivenOutAgain",
        "update_ofADeletedUserIsStale",
        "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce",
    })
    static class SoftDeletingUserDatabase extends BrokenUserDatabase {
        private final Set<UUID> deleted = ConcurrentHashMap.newKeySet();

        @Override
        public boolean delete(UUID id) {
            return findById(id).isPresent() && deleted.add(id);
        }
    }

    /** Does not ask how many rows went. */
    @Fault({"delete_isFalseIfThereIsNoSuchUser", "delete_isTrueForExactlyOneOfManyConcurrentCallers"})
    static class AlwaysTrueUserDatabase extends BrokenUserDatabase {
        @Override
        public boolean delete(UUID id) {
            super.delete(id);
            return true;
        }
    }

    /** Has forgotten the WHERE. */
    @Fault({"delete_leavesOtherUsersAlone", "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce"})
    static class TruncatingUserDatabase extends BrokenUserDatabase {
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
        public boolean delete(UUID id) {
            ids.stream().filter(other -> !other.equals(id)).forEach(super::delete);
            return super.delete(id);
        }
    }

    /** Keeps the addresses of the deleted. */
    @Fault("delete_freesTheAddress")
    static class TombstoneUserDatabase extends BrokenUserDatabase {
        private final Set<Email> graves = ConcurrentHashMap.newKeySet();

        @Override
        public boolean insert(Knight user) {
            return !graves.contains(user.email()) && super.insert(user);
        }

        @Override
        public boolean delete(UUID id) {
            findById(id).ifPresent(user -> graves.add(user.email()));
            return super.delete(id);
        }
    }

    /** Gives out the ids of the deleted, as SQLite does without AUTOINCREMENT. */
    @Fault("delete_neverLetsTheIdBeGivenOutAgain")
    static class IdReusingUserDatabase extends BrokenUserDatabase {
        private final Queue<UUID> free = new ConcurrentLinkedQueue<>();

        @Override
        public boolean insert(Knight user) {
            Optional.ofNullable(free.poll()).ifPresent(user::id);
            return super.insert(user);
        }

        @Override
        public boolean delete(UUID id) {
            return super.delete(id) && free.add(id);
        }
    }

    /** Looks whether there is such a user, then deletes. */
    @Fault({"delete_isTrueForExactlyOneOfManyConcurrentCallers", "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce"})
    static class CheckThenDeleteUserDatabase extends BrokenUserDatabase {
        private final Window window = new Window();

        @Override
        public boolean delete(UUID id) {
            boolean there = findById(id).isPresent();
            window.open();
            return super.delete(id) || there;
        }
    }
}

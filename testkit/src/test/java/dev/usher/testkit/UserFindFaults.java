package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Databases that look up wrongly. */
final class UserFindFaults {

    private UserFindFaults() {}

    /** Finds whoever was stored first. */
    @Fault({
        "findById_findsTheUserWithTheIdOnly",
        "findByEmail_findsTheUserWithTheAddressOnly",
        "insert_storesEveryCombinationOfFlags",
        "update_leavesOtherUsersAlone",
        "update_toATakenAddressChangesNothing",
        "update_toATakenAddressLeavesTheTransactionAsDeclared",
        "update_letsExactlyOneOfManyConcurrentCallersTakeAFreeAddress",
        "delete_leavesOtherUsersAlone",
        "delete_neverLetsTheIdBeGivenOutAgain",
        "delete_isTrueForExactlyOneOfManyConcurrentCallers",
        "lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce",
        "lockActiveSuperusers_letsNoTwoCallersWaitForEachOther",
        "lockActiveSuperusers_namesWhoIsBothActiveAndASuperuser",
        "lockActiveSuperusers_seesWhatItsOwnTransactionChanged",
    })
    static class FirstComeUserDatabase extends BrokenUserDatabase {
        private volatile @Nullable UUID first;

        @Override
        public boolean insert(Knight user) {
            boolean inserted = super.insert(user);
            if (inserted && first == null) {
                first = user.id();
            }
            return inserted;
        }

        @Override
        public Optional<Knight> findById(UUID id) {
            UUID found = first;
            return super.findById(id).isPresent() && found != null ? super.findById(found) : Optional.empty();
        }
    }

    /** Finds whoever was stored last, if anybody was stored with the address. */
    @Fault({
        "findByEmail_findsTheUserWithTheAddressOnly",
        "update_toATakenAddressChangesNothing",
        "delete_leavesOtherUsersAlone",
    })
    static class LatestUserDatabase extends BrokenUserDatabase {
        private final Set<Email> addresses = ConcurrentHashMap.newKeySet();
        private volatile @Nullable UUID latest;

        @Override
        public boolean insert(Knight user) {
            boolean inserted = super.insert(user);
            if (inserted) {
                latest = user.id();
                addresses.add(user.email());
            }
            return inserted;
        }

        @Override
        public Optional<Knight> findByEmail(Email email) {
            UUID found = latest;
            Optional<Knight> right = super.findByEmail(email);
            return right.isPresent() && found != null && addresses.contains(email) ? super.findById(found) : right;
        }
    }

    /** Throws where nobody is found. */
    @Fault({
        "findById_isEmptyForAnUnknownId",
        "parseId_readsNothingThatCannotBeLookedUp",
        "delete_removesTheUser",
        "delete_isSeenByItsOwnTransaction",
        "delete_neverLetsTheIdBeGivenOutAgain",
    })
    static class ReferencingUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<Knight> findById(UUID id) {
            return Optional.of(super.findById(id).orElseThrow());
        }
    }

    /** Looks addresses up by LIKE. */
    @Fault("findByEmail_isEmptyForAnUnknownAddress")
    static class LikeUserDatabase extends BrokenUserDatabase {
        private final List<Email> inserted = new CopyOnWriteArrayList<>();

        @Override
        public boolean insert(Knight user) {
            inserted.add(user.email());
            return super.insert(user);
        }

        @Override
        public Optional<Knight> findByEmail(Email email) {
            String pattern = email.value().replace("%", ".*").replace("_", ".").replace("+", "\\+");
            return super.findByEmail(email).or(() -> inserted.stream()
                    .filter(other -> other.value().matches(pattern))
                    .findFirst()
                    .flatMap(super::findByEmail));
        }
    }

    /** Stores at commit whatever was changed in objects that the transaction has seen. */
    @Fault({
        "findById_doesNotStoreChangesOfTheObject",
        "findByEmail_doesNotStoreChangesOfTheObject",
        "insert_doesNotStoreLaterChangesOfTheObject",
        "update_doesNotStoreLaterChangesOfTheObject",
    })
    static class DirtyCheckingUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<Knight> findById(UUID id) {
            return super.findById(id).map(this::managed);
        }

        @Override
        public Optional<Knight> findByEmail(Email email) {
            return super.findByEmail(email).map(this::managed);
        }

        @Override
        public boolean insert(Knight user) {
            return super.insert(managed(user));
        }

        @Override
        public UpdateOutcome update(Knight user) {
            return super.update(managed(user));
        }

        private Knight managed(Knight user) {
            if (transactions.current() != null) {
                transactions.afterCommit(() -> flush(user));
            }
            return user;
        }

        private void flush(Knight user) {
            super.findById(user.id())
                    .filter(stored -> stored.superuser() != user.superuser())
                    .ifPresent(stored -> good.update(user));
        }
    }

    /** Hands out one object for each row until the row is changed. */
    @Fault({
        "findById_doesNotStoreChangesOfTheObject",
        "update_doesNotStoreLaterChangesOfTheObject",
        "update_ofAStaleObjectChangesNothing",
        "update_toATakenAddressChangesNothing",
        "update_letsExactlyOneOfManyConcurrentCallersChangeARow",
    })
    static class AliasingUserDatabase extends BrokenUserDatabase {
        private final Map<UUID, Knight> identities = new ConcurrentHashMap<>();

        @Override
        public Optional<Knight> findById(UUID id) {
            return super.findById(id).map(found -> identities.computeIfAbsent(id, key -> found));
        }
    }

    /** Takes ids in lower case only. */
    @Fault("parseId_readsTheTextOfAnId")
    static class CaseSensitiveIdUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<UUID> parseId(String text) {
            return text.equals(text.toLowerCase(Locale.ROOT)) ? super.parseId(text) : Optional.empty();
        }
    }

    /** Takes a blank for the nil id. */
    @Fault({"parseId_isEmptyForTextThatIsNoIdAtAll", "parseId_readsTheCanonicalSpellingOnly"})
    static class NilIdUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<UUID> parseId(String text) {
            return text.isBlank() ? Optional.of(new UUID(0, 0)) : super.parseId(text);
        }
    }

    /** Takes whatever the JDK takes for a UUID. */
    @Fault("parseId_readsTheCanonicalSpellingOnly")
    static class LenientIdUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<UUID> parseId(String text) {
            try {
                return Optional.of(UUID.fromString(text.strip()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Throws where a text is no id. */
    @Fault({
        "parseId_isEmptyForTextThatIsNoIdAtAll",
        "parseId_readsTheCanonicalSpellingOnly",
        "parseId_readsNothingThatCannotBeLookedUp",
    })
    static class ThrowingIdUserDatabase extends BrokenUserDatabase {
        @Override
        public Optional<UUID> parseId(String text) {
            return Optional.of(super.parseId(text).orElseThrow(() -> new NoSuchElementException("no id: " + text)));
        }
    }
}

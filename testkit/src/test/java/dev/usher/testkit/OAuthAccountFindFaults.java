package dev.usher.testkit;

import dev.usher.spi.OAuthAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

/** Databases that look accounts up wrongly. */
final class OAuthAccountFindFaults {

    private OAuthAccountFindFaults() {}

    /** Reads some columns of the user only. */
    @Fault("findUser_findsTheUserOfAnAccountWithEveryProperty")
    static class PartialAccounts extends BrokenOAuthAccounts {
        @Override
        public Optional<Knight> findUser(String provider, String accountId) {
            return super.findUser(provider, accountId).map(user -> {
                user.hashedPassword("");
                return user;
            });
        }
    }

    /** Asks for the account id only. */
    @Fault({"findUser_isEmptyForAnAccountThatIsNotLinked", "findUser_comparesProviderAndAccountIdExactly"})
    static class ProviderlessAccounts extends BrokenOAuthAccounts {
        @Override
        public Optional<Knight> findUser(String provider, String accountId) {
            return super.findUser(provider, accountId).or(() -> super.findUser("google", accountId));
        }
    }

    /** Compares providers without regard to case. */
    @Fault("findUser_comparesProviderAndAccountIdExactly")
    static class CaseInsensitiveAccounts extends BrokenOAuthAccounts {
        @Override
        public Optional<Knight> findUser(String provider, String accountId) {
            return super.findUser(provider, accountId)
                    .or(() -> super.findUser(provider.toLowerCase(Locale.ROOT), accountId));
        }
    }

    /** Stores at commit what was changed in the object. */
    @Fault("findUser_byAnAccountDoesNotStoreChangesOfTheObject")
    static class DirtyCheckingAccounts extends BrokenOAuthAccounts {
        @Override
        public Optional<Knight> findUser(String provider, String accountId) {
            Optional<Knight> found = super.findUser(provider, accountId);
            found.filter(user -> user.rowVersion() == 0 && transactions().current() != null)
                    .ifPresent(user -> transactions().afterCommit(() -> users().update(user)));
            return found;
        }
    }

    /** Reads on a connection of its own. */
    @Fault({"link_isSeenByItsOwnTransaction", "delete_ofAUserThatIsRolledBackLeavesHerAccounts"})
    static class TwoConnectionsAccounts extends BrokenOAuthAccounts {
        @Override
        public Optional<Knight> findUser(String provider, String accountId) {
            return Race.elsewhere(() -> super.findUser(provider, accountId));
        }

        @Override
        public List<OAuthAccount> findAccounts(UUID userId) {
            return Race.elsewhere(() -> super.findAccounts(userId));
        }
    }

    /** Has forgotten whose accounts are wanted. */
    @Fault({
        "findAccounts_givesTheUsersOwnOnly",
        "findAccounts_isEmptyForAUserWithoutAndForAnUnknownUser",
        "link_refusesAnAccountThatIsLinkedToAnotherUser",
        "update_ofAnAccountLeavesOtherAccountsAlone",
        "update_ofSomebodyElsesAccountChangesNothing",
        "unlink_leavesOtherAccountsAlone",
        "delete_ofAUserUnlinksHerAccounts",
    })
    static class EverybodysAccounts extends BrokenOAuthAccounts {
        private final Set<UUID> everybody = new ConcurrentSkipListSet<>();

        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            everybody.add(userId);
            return super.link(userId, account);
        }

        @Override
        public List<OAuthAccount> findAccounts(UUID userId) {
            return everybody.stream()
                    .flatMap(id -> super.findAccounts(id).stream())
                    .toList();
        }
    }

    /** Throws where there is no user. */
    @Fault({"findAccounts_isEmptyForAUserWithoutAndForAnUnknownUser", "delete_ofAUserUnlinksHerAccounts"})
    static class ThrowingAccounts extends BrokenOAuthAccounts {
        @Override
        public List<OAuthAccount> findAccounts(UUID userId) {
            return super.findAccounts(users().findById(userId).orElseThrow().id());
        }
    }

    /** Sorts as Java does, surrogates before U+E000. */
    @Fault("findAccounts_isOrderedByTheBytesOfProviderAndAccountId")
    static class Utf16OrderedAccounts extends BrokenOAuthAccounts {
        @Override
        public List<OAuthAccount> findAccounts(UUID userId) {
            return super.findAccounts(userId).stream()
                    .sorted(Comparator.comparing(OAuthAccount::provider).thenComparing(OAuthAccount::accountId))
                    .toList();
        }
    }

    /** Sorts as a dictionary does. */
    @Fault("findAccounts_isOrderedByTheBytesOfProviderAndAccountId")
    static class CollatedAccounts extends BrokenOAuthAccounts {
        @Override
        public List<OAuthAccount> findAccounts(UUID userId) {
            return super.findAccounts(userId).stream()
                    .sorted(Comparator.comparing(OAuthAccount::provider, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(OAuthAccount::accountId, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
    }
}

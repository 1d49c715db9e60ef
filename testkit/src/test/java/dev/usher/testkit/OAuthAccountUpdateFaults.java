package dev.usher.testkit;

import dev.usher.UserDatabase;
import dev.usher.spi.OAuthAccount;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Databases that update or unlink accounts wrongly, or forget the accounts of a user who goes. */
final class OAuthAccountUpdateFaults {

    private OAuthAccountUpdateFaults() {}

    /** Does not store the new expiry. */
    @Fault({"update_ofAnAccountReplacesAddressTokensAndExpiry", "update_ofAnAccountLeavesOtherAccountsAlone"})
    static class ForgetfulAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean update(UUID userId, OAuthAccount renewed) {
            return super.update(
                    userId,
                    new OAuthAccount(
                            renewed.provider(),
                            renewed.accountId(),
                            renewed.accountEmail(),
                            renewed.accessToken(),
                            renewed.refreshToken(),
                            renewed.expiresAt() == null ? null : Accounts.EXPIRY));
        }
    }

    /** Keeps the old refresh token where there is no new one. */
    @Fault("update_ofAnAccountClearsRefreshTokenAndExpiry")
    static class CoalescingAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean update(UUID userId, OAuthAccount renewed) {
            String refreshToken = renewed.refreshToken();
            return super.update(
                    userId,
                    new OAuthAccount(
                            renewed.provider(),
                            renewed.accountId(),
                            renewed.accountEmail(),
                            renewed.accessToken(),
                            refreshToken == null ? "refresh" : refreshToken,
                            renewed.expiresAt()));
        }
    }

    /** Counts the rows that are different now. */
    @Fault("update_ofAnAccountThatIsAsItWasIsTrue")
    static class ChangedRowsAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean update(UUID userId, OAuthAccount account) {
            return !findAccounts(userId).contains(account) && super.update(userId, account);
        }
    }

    /** Has forgotten the account in the WHERE. */
    @Fault("update_ofAnAccountLeavesOtherAccountsAlone")
    static class UnconditionalAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean update(UUID userId, OAuthAccount account) {
            boolean updated = super.update(userId, account);
            if (updated) {
                findAccounts(userId).forEach(other -> super.update(userId, carrying(other, account.accessToken())));
            }
            return updated;
        }

        private static OAuthAccount carrying(OAuthAccount old, String accessToken) {
            return new OAuthAccount(
                    old.provider(),
                    old.accountId(),
                    old.accountEmail(),
                    accessToken,
                    old.refreshToken(),
                    old.expiresAt());
        }
    }

    /** Links what is not linked. */
    @Fault("update_ofAnAccountThatIsNotLinkedIsFalse")
    static class MergingAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean update(UUID userId, OAuthAccount account) {
            return super.link(userId, account) || super.update(userId, account);
        }
    }

    /** Does not ask whose the account is. */
    @Fault({
        "update_ofAnAccountThatIsNotLinkedIsFalse",
        "update_ofSomebodyElsesAccountChangesNothing",
        "unlink_isFalseIfTheAccountIsNotLinked",
        "unlink_ofSomebodyElsesAccountChangesNothing",
    })
    static class UserlessAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean update(UUID userId, OAuthAccount account) {
            return owner(account.provider(), account.accountId())
                    .filter(owner -> super.update(owner, account))
                    .isPresent();
        }

        @Override
        public boolean unlink(UUID userId, String provider, String accountId) {
            return owner(provider, accountId)
                    .filter(owner -> super.unlink(owner, provider, accountId))
                    .isPresent();
        }

        private Optional<UUID> owner(String provider, String accountId) {
            return findUser(provider, accountId).map(Knight::id);
        }
    }

    /** Leaves the row where it is. */
    @Fault({"unlink_takesTheAccountFromTheUser", "unlink_leavesOtherAccountsAlone"})
    static class SoftUnlinkingAccounts extends BrokenOAuthAccounts {
        private final Set<String> unlinked = ConcurrentHashMap.newKeySet();

        @Override
        public boolean unlink(UUID userId, String provider, String accountId) {
            return findAccounts(userId).contains(Accounts.of(provider, accountId))
                    && unlinked.add(provider + " " + accountId);
        }
    }

    /** Has forgotten the account in the WHERE. */
    @Fault("unlink_leavesOtherAccountsAlone")
    static class ClearingAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean unlink(UUID userId, String provider, String accountId) {
            boolean unlinked = super.unlink(userId, provider, accountId);
            if (unlinked) {
                findAccounts(userId).forEach(other -> super.unlink(userId, other.provider(), other.accountId()));
            }
            return unlinked;
        }
    }

    /** Does not ask how many rows went. */
    @Fault({"unlink_isFalseIfTheAccountIsNotLinked", "unlink_ofSomebodyElsesAccountChangesNothing"})
    static class AlwaysTrueAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean unlink(UUID userId, String provider, String accountId) {
            super.unlink(userId, provider, accountId);
            return true;
        }
    }

    /** Commits each statement. */
    @Fault({"link_isUndoneByARollback", "update_ofAnAccountIsUndoneByARollback", "unlink_isUndoneByARollback"})
    static class AutoCommittingAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            return transactions().inNewTransaction(() -> super.link(userId, account));
        }

        @Override
        public boolean update(UUID userId, OAuthAccount account) {
            return transactions().inNewTransaction(() -> super.update(userId, account));
        }

        @Override
        public boolean unlink(UUID userId, String provider, String accountId) {
            return transactions().inNewTransaction(() -> super.unlink(userId, provider, accountId));
        }
    }

    /** Keeps the accounts of the deleted, where nobody sees them. */
    @Fault("delete_ofAUserUnlinksHerAccounts")
    static class OrphaningAccounts extends BrokenOAuthAccounts {
        private final Set<OAuthAccount> orphans = ConcurrentHashMap.newKeySet();

        @Override
        public UserDatabase<Knight, UUID> users() {
            return new ForwardingUserDatabase(super.users()) {
                @Override
                public boolean delete(UUID id) {
                    orphans.addAll(findAccounts(id));
                    return super.delete(id);
                }
            };
        }

        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            return !orphans.contains(account) && super.link(userId, account);
        }
    }

    /** Does not let a user go who has accounts. */
    @Fault({"delete_ofAUserUnlinksHerAccounts", "delete_ofAUserThatIsRolledBackLeavesHerAccounts"})
    static class RestrictingAccounts extends BrokenOAuthAccounts {
        @Override
        public UserDatabase<Knight, UUID> users() {
            return new ForwardingUserDatabase(super.users()) {
                @Override
                public boolean delete(UUID id) {
                    return findAccounts(id).isEmpty() && super.delete(id);
                }
            };
        }
    }

    /** Unlinks the accounts of a user who goes in a transaction of their own. */
    @Fault("delete_ofAUserThatIsRolledBackLeavesHerAccounts")
    static class SeparatelyCascadingAccounts extends BrokenOAuthAccounts {
        @Override
        public UserDatabase<Knight, UUID> users() {
            return new ForwardingUserDatabase(super.users()) {
                @Override
                public boolean delete(UUID id) {
                    for (OAuthAccount account : findAccounts(id)) {
                        transactions().inNewTransaction(() -> unlink(id, account.provider(), account.accountId()));
                    }
                    return super.delete(id);
                }
            };
        }
    }
}

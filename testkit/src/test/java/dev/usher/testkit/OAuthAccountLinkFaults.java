package dev.usher.testkit;

import dev.usher.spi.OAuthAccount;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Databases that link accounts wrongly. */
final class OAuthAccountLinkFaults {

    private OAuthAccountLinkFaults() {}

    /** Changes every account on its way in. */
    abstract static class ChangingAccounts extends BrokenOAuthAccounts {

        abstract OAuthAccount changed(OAuthAccount account);

        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            return super.link(userId, changed(account));
        }
    }

    /** Takes the provider's address for one of Usher's. */
    @Fault("link_storesEveryComponent")
    static class CanonicalisingAccounts extends ChangingAccounts {
        @Override
        OAuthAccount changed(OAuthAccount old) {
            return new OAuthAccount(
                    old.provider(),
                    old.accountId(),
                    old.accountEmail().toLowerCase(Locale.ROOT),
                    old.accessToken(),
                    old.refreshToken(),
                    old.expiresAt());
        }
    }

    /** Has columns that must not be null, and fills them. */
    @Fault("link_storesAnAccountWithoutRefreshTokenAndExpiry")
    static class NotNullAccounts extends ChangingAccounts {
        @Override
        OAuthAccount changed(OAuthAccount old) {
            Instant expiry = old.expiresAt();
            return new OAuthAccount(
                    old.provider(),
                    old.accountId(),
                    old.accountEmail(),
                    old.accessToken(),
                    old.refreshToken(),
                    expiry == null ? Instant.EPOCH : expiry);
        }
    }

    /** Has a column for tokens that is too short, and cuts. */
    @Fault("link_storesTheLongestValues")
    static class CuttingAccounts extends ChangingAccounts {
        @Override
        OAuthAccount changed(OAuthAccount old) {
            String token = old.accessToken();
            return new OAuthAccount(
                    old.provider(),
                    old.accountId(),
                    old.accountEmail(),
                    token.substring(0, Math.min(1024, token.length())),
                    old.refreshToken(),
                    old.expiresAt());
        }
    }

    /** Stores the expiry as a local time. */
    @Fault("link_keepsTheExpiryToTheSecond")
    static class LocalTimeAccounts extends ChangingAccounts {
        private static final ZoneId ZONE = ZoneId.of("Europe/London");

        @Override
        OAuthAccount changed(OAuthAccount old) {
            Instant expiry = old.expiresAt();
            return new OAuthAccount(
                    old.provider(),
                    old.accountId(),
                    old.accountEmail(),
                    old.accessToken(),
                    old.refreshToken(),
                    expiry == null
                            ? null
                            : LocalDateTime.ofInstant(expiry, ZONE).atZone(ZONE).toInstant());
        }
    }

    /** Normalises account ids before it compares them. */
    @Fault("link_keepsAccountIdsApartThatOnlyLookAlike")
    static class NormalisingAccounts extends BrokenOAuthAccounts {
        private final Map<String, String> spellings = new ConcurrentHashMap<>();

        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            String normal = Normalizer.normalize(account.accountId(), Form.NFC);
            String first = spellings.computeIfAbsent(normal, key -> account.accountId());
            return first.equals(account.accountId()) && super.link(userId, account);
        }
    }

    /** Has its unique index on the account id alone. */
    @Fault({
        "link_keepsOneAccountIdOfTwoProvidersApart",
        "findAccounts_isOrderedByTheBytesOfProviderAndAccountId",
        "update_ofAnAccountLeavesOtherAccountsAlone",
        "unlink_leavesOtherAccountsAlone",
    })
    static class ProviderlessIndexAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            String other = account.provider().equals("google") ? "github" : "google";
            return super.findUser(other, account.accountId()).isEmpty() && super.link(userId, account);
        }
    }

    /** Replaces what the user has linked already. */
    @Fault({
        "link_refusesAnAccountThatIsLinkedToTheSameUser",
        "link_ofATakenAccountLeavesTheTransactionAsDeclared",
    })
    static class UpsertingAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            return super.update(userId, account) || super.link(userId, account);
        }
    }

    /** Takes the account from whoever has it. */
    @Fault({
        "link_refusesAnAccountThatIsLinkedToAnotherUser",
        "link_letsExactlyOneOfManyConcurrentCallersHaveAnAccount",
    })
    static class StealingAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            findUser(account.provider(), account.accountId())
                    .filter(owner -> !owner.id().equals(userId))
                    .ifPresent(owner -> unlink(owner.id(), account.provider(), account.accountId()));
            return super.link(userId, account);
        }
    }

    /** Throws where the foreign key is violated. */
    @Fault({"link_refusesAnUnknownUser", "link_toAnUnknownUserLeavesTheTransactionAsDeclared"})
    static class UntranslatedAccounts extends BrokenOAuthAccounts {
        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            return super.link(users().findById(userId).orElseThrow().id(), account);
        }
    }

    /** Cannot go on after a refusal, and does not say so. */
    @Fault({
        "link_ofATakenAccountLeavesTheTransactionAsDeclared",
        "link_toAnUnknownUserLeavesTheTransactionAsDeclared",
    })
    static class DoomingAccounts extends BrokenOAuthAccounts {
        private volatile @Nullable InMemoryTransaction doomed;

        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            if (doomed != null && doomed == transactions().current()) {
                throw new IllegalStateException("current transaction is aborted");
            }
            boolean linked = super.link(userId, account);
            doomed = linked ? null : transactions().current();
            return linked;
        }
    }

    /** Looks whether the account is free, then links it. */
    @Fault("link_letsExactlyOneOfManyConcurrentCallersHaveAnAccount")
    static class CheckThenLinkAccounts extends BrokenOAuthAccounts {
        private final Window window = new Window();

        @Override
        public boolean link(UUID userId, OAuthAccount account) {
            Optional<Knight> owner = findUser(account.provider(), account.accountId());
            window.open();
            return super.link(userId, account) || (Window.isRunner() && owner.isEmpty());
        }
    }
}

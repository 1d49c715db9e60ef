package dev.usher.testkit;

import dev.usher.spi.RevokedTokenDatabase;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Databases of revoked tokens with one fault each. */
final class RevokedTokenFaults {

    private RevokedTokenFaults() {}

    /** A good database that is its own subject. */
    abstract static class BrokenRevokedTokens extends RoundTable
            implements RevokedTokenDatabase<Knight, UUID>, RevokedTokenDatabaseContract<Knight, UUID> {

        private final RevokedTokenDatabase<Knight, UUID> good = new InMemoryRevokedTokens<>(transactions(), users());

        @Override
        public RevokedTokenDatabase<Knight, UUID> revokedTokens() {
            return this;
        }

        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            return good.findUser(id, tokenId);
        }

        @Override
        public boolean revoke(String tokenId, Instant expiresAt) {
            return good.revoke(tokenId, expiresAt);
        }

        @Override
        public int purgeExpired(Instant now, int limit) {
            return good.purgeExpired(now, limit);
        }
    }

    /** Reads some columns only. */
    @Fault("findUser_findsTheUserWithEveryProperty")
    static class PartialRevokedTokens extends BrokenRevokedTokens {
        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            return super.findUser(id, tokenId).map(user -> {
                user.hashedPassword("");
                return user;
            });
        }
    }

    /** Throws where there is no user. */
    @Fault({"findUser_isEmptyForAnUnknownUser", "findUser_isEmptyForADeletedUser"})
    static class ThrowingRevokedTokens extends BrokenRevokedTokens {
        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            Knight user = users().findById(id).orElseThrow();
            return super.findUser(user.id(), tokenId);
        }
    }

    /** Finds the user whatever was revoked. */
    @Fault({
        "findUser_isEmptyForARevokedToken",
        "revoke_takesTheLongestTokenIds",
        "revoke_twiceChangesNothing",
        "revoke_byManyConcurrentCallersIsOneRevocation",
        "purgeExpired_deletesWhatExpiredAtOrBeforeTheInstant",
    })
    static class DeafRevokedTokens extends BrokenRevokedTokens {
        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            return users().findById(id);
        }
    }

    /** Compares token ids without regard to case. */
    @Fault("findUser_findsTheUserByHerOtherTokens")
    static class CaseInsensitiveRevokedTokens extends BrokenRevokedTokens {
        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            return super.findUser(id, tokenId.toLowerCase(Locale.ROOT));
        }
    }

    /** Stores at commit what was changed in the object. */
    @Fault("findUser_doesNotStoreChangesOfTheObject")
    static class DirtyCheckingRevokedTokens extends BrokenRevokedTokens {
        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            Optional<Knight> found = super.findUser(id, tokenId);
            found.filter(user -> transactions().current() != null)
                    .ifPresent(user -> transactions().afterCommit(() -> users().update(user)));
            return found;
        }
    }

    /** Has a column that is too short, and cuts. */
    @Fault("revoke_takesTheLongestTokenIds")
    static class CuttingRevokedTokens extends BrokenRevokedTokens {
        @Override
        public Optional<Knight> findUser(UUID id, String tokenId) {
            return super.findUser(id, tokenId.substring(0, Math.min(254, tokenId.length())));
        }

        @Override
        public boolean revoke(String tokenId, Instant expiresAt) {
            return super.revoke(tokenId.substring(0, Math.min(254, tokenId.length())), expiresAt);
        }
    }

    /** Fails on the primary key, the second time. */
    @Fault({"revoke_twiceChangesNothing", "revoke_byManyConcurrentCallersIsOneRevocation"})
    static class InsertingRevokedTokens extends BrokenRevokedTokens {
        private final Set<String> revoked = ConcurrentHashMap.newKeySet();

        @Override
        public boolean revoke(String tokenId, Instant expiresAt) {
            if (!revoked.add(tokenId)) {
                throw new IllegalStateException("duplicate key");
            }
            return super.revoke(tokenId, expiresAt);
        }
    }

    /** Looks whether the token is revoked, then inserts, and fails on the primary key. */
    @Fault("revoke_byManyConcurrentCallersIsOneRevocation")
    static class CheckThenRevokeTokens extends BrokenRevokedTokens {
        private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
        private final Window window = new Window();

        @Override
        public boolean revoke(String tokenId, Instant expiresAt) {
            boolean known = revoked.containsKey(tokenId);
            window.open();
            if (!known && revoked.put(tokenId, expiresAt) != null) {
                throw new IllegalStateException("duplicate key");
            }
            return super.revoke(tokenId, expiresAt);
        }
    }

    /** Does not ask how many rows were inserted. */
    @Fault({"revoke_twiceChangesNothing", "revoke_byManyConcurrentCallersIsOneRevocation"})
    static class AlwaysTrueRevokedTokens extends BrokenRevokedTokens {
        @Override
        public boolean revoke(String tokenId, Instant expiresAt) {
            super.revoke(tokenId, expiresAt);
            return true;
        }
    }

    /** Commits each statement. */
    @Fault({"revoke_isUndoneByARollback", "purgeExpired_isUndoneByARollback"})
    static class AutoCommittingRevokedTokens extends BrokenRevokedTokens {
        @Override
        public boolean revoke(String tokenId, Instant expiresAt) {
            return transactions().inNewTransaction(() -> super.revoke(tokenId, expiresAt));
        }

        @Override
        public int purgeExpired(Instant now, int limit) {
            return transactions().inNewTransaction(() -> super.purgeExpired(now, limit));
        }
    }

    /** Leaves what expires at this very instant. */
    @Fault("purgeExpired_deletesWhatExpiredAtOrBeforeTheInstant")
    static class LatePurgingTokens extends BrokenRevokedTokens {
        @Override
        public int purgeExpired(Instant now, int limit) {
            return super.purgeExpired(now.minusMillis(1), limit);
        }
    }

    /** Deletes as many as there are. */
    @Fault("purgeExpired_deletesNoMoreThanTheLimit")
    static class UnlimitedPurgingTokens extends BrokenRevokedTokens {
        @Override
        public int purgeExpired(Instant now, int limit) {
            return super.purgeExpired(now, Integer.MAX_VALUE);
        }
    }
}

package dev.usher.testkit;

import dev.usher.spi.AccessToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Databases that store or find access tokens wrongly. */
final class AccessTokenFindFaults {

    private AccessTokenFindFaults() {}

    /** Has one token for each user, the latest. */
    @Fault({
        "insert_storesSeveralTokensOfOneUser",
        "insert_storesTheTokensOfConcurrentCallers",
        "findUser_isEmptyForATokenOfAnotherTokenVersion",
        "purgeExpired_deletesTokensThatExpiredAtOrBeforeTheInstant",
        "purgeExpired_deletesNoMoreTokensThanTheLimit",
        "purgeExpired_doesNotWaitForAnotherPurge",
    })
    static class SingleAccessTokens extends BrokenAccessTokens {
        private final Map<UUID, String> latest = new ConcurrentHashMap<>();

        @Override
        public synchronized void insert(AccessToken<UUID> token) {
            Optional.ofNullable(latest.put(token.userId(), token.digest())).ifPresent(this::delete);
            super.insert(token);
        }
    }

    /** Lets one of many callers store her token. */
    @Fault("insert_storesTheTokensOfConcurrentCallers")
    static class TableLockingAccessTokens extends BrokenAccessTokens {
        private final Window window = new Window();
        private final AtomicInteger callers = new AtomicInteger();

        @Override
        public void insert(AccessToken<UUID> token) {
            boolean first = !Window.isRunner() || callers.getAndIncrement() == 0;
            window.open();
            if (first) {
                super.insert(token);
            }
        }
    }

    /** Stores over what is there. */
    @Fault("insert_ofATakenDigestThrowsAndStoresNothing")
    static class UpsertingAccessTokens extends BrokenAccessTokens {
        @Override
        public void insert(AccessToken<UUID> token) {
            delete(token.digest());
            super.insert(token);
        }
    }

    /** Stores nothing where a constraint is violated, and does not say so. */
    @Fault({"insert_ofATakenDigestThrowsAndStoresNothing", "insert_forAnUnknownUserThrowsAndStoresNothing"})
    static class SilentAccessTokens extends BrokenAccessTokens {
        @Override
        public void insert(AccessToken<UUID> token) {
            try {
                super.insert(token);
            } catch (IllegalStateException e) {
                // as INSERT OR IGNORE
            }
        }
    }

    /** Reads on a connection of its own. */
    @Fault({
        "insert_ofATokenIsSeenByItsOwnTransaction",
        "findUser_isEmptyAsSoonAsTheTokenVersionIsRaised",
        "delete_ofAUserThatIsRolledBackLeavesHerTokens",
    })
    static class TwoConnectionsAccessTokens extends BrokenAccessTokens {
        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return Race.elsewhere(() -> super.findUser(digest, now));
        }
    }

    /** Reads some columns of the user only. */
    @Fault("findUser_findsTheOwnerOfATokenWithEveryProperty")
    static class PartialAccessTokens extends BrokenAccessTokens {
        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return super.findUser(digest, now).map(user -> {
                user.hashedPassword("");
                return user;
            });
        }
    }

    /** Finds whoever got a token last, if the token was never stored. */
    @Fault({"findUser_isEmptyForAnUnknownToken", "findUser_comparesDigestsExactly"})
    static class LatestAccessTokens extends BrokenAccessTokens {
        private final Map<String, UUID> stored = new ConcurrentHashMap<>();
        private volatile @Nullable UUID latest;

        @Override
        public void insert(AccessToken<UUID> token) {
            latest = token.userId();
            stored.put(token.digest(), token.userId());
            super.insert(token);
        }

        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return stored.containsKey(digest)
                    ? super.findUser(digest, now)
                    : Optional.ofNullable(latest).flatMap(users()::findById);
        }
    }

    /** Compares digests without regard to case. */
    @Fault("findUser_comparesDigestsExactly")
    static class CaseInsensitiveAccessTokens extends BrokenAccessTokens {
        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return super.findUser(digest.toLowerCase(Locale.ROOT), now);
        }
    }

    /** Takes a token at the very instant it expires. */
    @Fault({"findUser_isEmptyFromTheInstantATokenExpires", "insert_ofATakenDigestThrowsAndStoresNothing"})
    static class LateAccessTokens extends BrokenAccessTokens {
        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return super.findUser(digest, now.minusMillis(1));
        }
    }

    /** Rounds the instant to the next millisecond. */
    @Fault("findUser_isEmptyFromTheInstantATokenExpires")
    static class RoundingAccessTokens extends BrokenAccessTokens {
        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return super.findUser(digest, now.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** Does not compare the token version. */
    @Fault({"findUser_isEmptyForATokenOfAnotherTokenVersion", "findUser_isEmptyAsSoonAsTheTokenVersionIsRaised"})
    static class VersionlessAccessTokens extends BrokenAccessTokens {
        private final Map<String, AccessToken<UUID>> stored = new ConcurrentHashMap<>();

        @Override
        public void insert(AccessToken<UUID> token) {
            super.insert(token);
            stored.put(token.digest(), token);
        }

        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            return super.findUser(digest, now)
                    .or(() -> Optional.ofNullable(stored.get(digest)).flatMap(this::ownerWithAnotherVersion));
        }

        private Optional<Knight> ownerWithAnotherVersion(AccessToken<UUID> token) {
            return users().findById(token.userId()).filter(user -> user.tokenVersion() != token.tokenVersion());
        }
    }

    /** Takes tokens of versions to come. */
    @Fault("findUser_isEmptyForATokenOfAnotherTokenVersion")
    static class LaterVersionAccessTokens extends BrokenAccessTokens {
        @Override
        public void insert(AccessToken<UUID> token) {
            int now = users().findById(token.userId()).map(Knight::tokenVersion).orElse(0);
            super.insert(new AccessToken<>(
                    token.digest(),
                    token.userId(),
                    Math.min(now, token.tokenVersion()),
                    token.createdAt(),
                    token.expiresAt()));
        }
    }

    /** Stores at commit what was changed in the object. */
    @Fault("findUser_byATokenDoesNotStoreChangesOfTheObject")
    static class DirtyCheckingAccessTokens extends BrokenAccessTokens {
        @Override
        public Optional<Knight> findUser(String digest, Instant now) {
            Optional<Knight> found = super.findUser(digest, now);
            found.filter(user -> transactions.current() != null)
                    .ifPresent(user -> transactions.afterCommit(() -> users().update(user)));
            return found;
        }
    }
}

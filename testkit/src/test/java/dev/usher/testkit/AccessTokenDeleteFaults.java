package dev.usher.testkit;

import dev.usher.UserDatabase;
import dev.usher.spi.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Databases that end access tokens wrongly. */
final class AccessTokenDeleteFaults {

    private AccessTokenDeleteFaults() {}

    /** Remembers whose the tokens are. */
    abstract static class CountingAccessTokens extends BrokenAccessTokens {
        final Map<String, AccessToken<UUID>> stored = new ConcurrentHashMap<>();

        @Override
        public void insert(AccessToken<UUID> token) {
            super.insert(token);
            stored.put(token.digest(), token);
        }

        final List<String> digestsOf(UUID userId) {
            return stored.values().stream()
                    .filter(token -> token.userId().equals(userId))
                    .map(AccessToken::digest)
                    .toList();
        }
    }

    /** Leaves the row where it is. */
    @Fault({"delete_endsTheToken", "delete_isFalseIfThereIsNoSuchToken"})
    static class SoftDeletingAccessTokens extends BrokenAccessTokens {
        @Override
        public boolean delete(String digest) {
            return Window.isRunner()
                    ? super.delete(digest)
                    : findUser(digest, Camelot.FOUNDED).isPresent();
        }
    }

    /** Does not ask how many rows went. */
    @Fault({
        "delete_isFalseIfThereIsNoSuchToken",
        "delete_ofATokenIsTrueForExactlyOneOfManyConcurrentCallers",
        "insert_ofATokenIsUndoneByARollback",
        "delete_ofAUserEndsHerTokens",
        "purgeExpired_deletesTokensThatExpiredAtOrBeforeTheInstant",
    })
    static class AlwaysTrueAccessTokens extends BrokenAccessTokens {
        @Override
        public boolean delete(String digest) {
            super.delete(digest);
            return true;
        }
    }

    /** Ends all tokens of the user with the one. */
    @Fault("delete_leavesOtherTokensAlone")
    static class ClearingAccessTokens extends CountingAccessTokens {
        @Override
        public boolean delete(String digest) {
            Optional<Knight> owner = findUser(digest, Camelot.FOUNDED).filter(user -> !Window.isRunner());
            boolean there = super.delete(digest);
            owner.ifPresent(user -> digestsOf(user.id()).forEach(super::delete));
            return there;
        }
    }

    /** Looks whether there is such a token, then deletes it. */
    @Fault("delete_ofATokenIsTrueForExactlyOneOfManyConcurrentCallers")
    static class CheckThenDeleteAccessTokens extends BrokenAccessTokens {
        private final Window window = new Window();

        @Override
        public boolean delete(String digest) {
            boolean there = findUser(digest, Camelot.FOUNDED).isPresent();
            window.open();
            return super.delete(digest) || there;
        }
    }

    /** Commits each statement. */
    @Fault({
        "insert_ofATokenIsUndoneByARollback",
        "delete_ofATokenIsUndoneByARollback",
        "purgeExpired_ofTokensIsUndoneByARollback",
    })
    static class AutoCommittingAccessTokens extends BrokenAccessTokens {
        @Override
        public void insert(AccessToken<UUID> token) {
            transactions.inNewTransaction(Work.work(() -> super.insert(token)));
        }

        @Override
        public boolean delete(String digest) {
            return transactions.inNewTransaction(() -> super.delete(digest));
        }

        @Override
        public int purgeExpired(Instant now, int limit) {
            return transactions.inNewTransaction(() -> super.purgeExpired(now, limit));
        }
    }

    /** Keeps the tokens of the deleted, where nobody sees them. */
    @Fault("delete_ofAUserEndsHerTokens")
    static class OrphaningAccessTokens extends CountingAccessTokens {
        @Override
        public boolean delete(String digest) {
            AccessToken<UUID> token = stored.get(digest);
            return super.delete(digest)
                    || (token != null && users().findById(token.userId()).isEmpty());
        }
    }

    /** Ends the tokens of a user who goes in a transaction of their own. */
    @Fault({"delete_ofAUserThatIsRolledBackLeavesHerTokens", "purgeExpired_doesNotWaitForAUserToGo"})
    static class SeparatelyCascadingAccessTokens extends CountingAccessTokens {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public boolean delete(UUID id) {
                    transactions.inNewTransaction(
                            Work.work(() -> digestsOf(id).forEach(SeparatelyCascadingAccessTokens.this::delete)));
                    return super.delete(id);
                }
            };
        }
    }

    /** Does not let a user go who has tokens. */
    @Fault({
        "findUser_isEmptyOnceTheUserIsGone",
        "delete_ofAUserEndsHerTokens",
        "delete_ofAUserThatIsRolledBackLeavesHerTokens",
        "purgeExpired_doesNotWaitForAUserToGo",
    })
    static class RestrictingAccessTokens extends CountingAccessTokens {
        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public boolean delete(UUID id) {
                    return digestsOf(id).isEmpty() && super.delete(id);
                }
            };
        }
    }

    /** Leaves what expires at this very instant. */
    @Fault({
        "purgeExpired_deletesTokensThatExpiredAtOrBeforeTheInstant",
        "purgeExpired_deletesNoMoreTokensThanTheLimit",
        "purgeExpired_doesNotWaitForAUserToGo",
        "purgeExpired_doesNotWaitForAnotherPurge",
        "purgeExpired_ofTokensIsUndoneByARollback",
    })
    static class LatePurgingAccessTokens extends BrokenAccessTokens {
        @Override
        public int purgeExpired(Instant now, int limit) {
            return super.purgeExpired(now.minusMillis(1), limit);
        }
    }

    /** Takes the tokens one by one, each when it is free. */
    @Fault({"purgeExpired_doesNotWaitForAUserToGo", "purgeExpired_doesNotWaitForAnotherPurge"})
    static class PatientPurgingAccessTokens extends CountingAccessTokens {
        @Override
        public int purgeExpired(Instant now, int limit) {
            return (int) stored.values().stream()
                    .filter(token -> !token.expiresAt().isAfter(now))
                    .filter(token -> delete(token.digest()))
                    .limit(limit)
                    .count();
        }
    }

    /** Deletes as many as there are. */
    @Fault({"purgeExpired_deletesNoMoreTokensThanTheLimit", "purgeExpired_doesNotWaitForAnotherPurge"})
    static class UnlimitedPurgingAccessTokens extends BrokenAccessTokens {
        @Override
        public int purgeExpired(Instant now, int limit) {
            return super.purgeExpired(now, Integer.MAX_VALUE);
        }
    }
}

package dev.usher;

import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.token.TokenGrant;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of an application's users, of whatever strategy: issued, found again, ended.
 *
 * <p>Beside what ends a token by itself, all of a user's tokens end when her token version moves on, and when she is
 * deleted. No method keeps or passes on a token in plain text but to the caller of {@link #issue}. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public class AccessTokens<U extends User<ID>, ID> {

    private static final int PURGE_BATCH = 1000;

    private final UserDatabase<U, ID> users;
    private final UserServices services;
    private final @Nullable RevokedTokenDatabase<U, ID> revoked;
    private final @Nullable AccessTokenDatabase<U, ID> stored;

    /**
     * Brings the stores together.
     *
     * @param revoked remembers which self-contained tokens were ended; null where no strategy makes any
     * @param stored keeps the tokens that are references; null where no strategy makes any
     */
    public AccessTokens(
            UserDatabase<U, ID> users,
            UserServices services,
            @Nullable RevokedTokenDatabase<U, ID> revoked,
            @Nullable AccessTokenDatabase<U, ID> stored) {
        this.users = users;
        this.services = services;
        this.revoked = revoked;
        this.stored = stored;
    }

    /**
     * Refuses a strategy whose tokens could not be kept here.
     *
     * @throws IllegalStateException saying which database is missing
     */
    public void require(TokenStrategy strategy) {
        if (strategy.issuesReferences()) {
            stored();
        } else {
            revoked();
        }
    }

    /**
     * Issues a token.
     *
     * @param claims what {@link UserManager#tokenClaims} adds
     * @throws UsersException {@code SERVICE_UNAVAILABLE}
     */
    public String issue(U user, TokenStrategy strategy, Map<String, Object> claims) {
        String userId = String.valueOf(user.id());
        String token = strategy.issue(
                new TokenGrant(userId, user.tokenVersion(), user.email().value(), roles(user), claims));
        if (strategy.issuesReferences()) {
            store(user, strategy, token);
        }
        return token;
    }

    private void store(U user, TokenStrategy strategy, String token) {
        if (!(strategy.read(token).orElse(null) instanceof TokenSubject.Reference reference)) {
            throw new IllegalStateException(strategy.getClass().getName() + " does not read the references it issues");
        }
        Instant now = services.now();
        Instant end = now.plus(strategy.lifetime()).truncatedTo(ChronoUnit.MILLIS);
        services.transactions().inTransaction(() -> {
            stored().insert(new AccessToken<>(reference.digest(), user.id(), user.tokenVersion(), now, end));
            return token;
        });
    }

    private static Set<String> roles(User<?> user) {
        Set<String> roles = new HashSet<>();
        if (user.superuser()) {
            roles.add("superuser");
        }
        if (user.verified()) {
            roles.add("verified");
        }
        return roles;
    }

    /**
     * Finds the user a token was issued for, unless it was ended. One round trip to the database, no write; a token
     * store elsewhere adds one of its own. The user may be inactive.
     *
     * @throws UsersException {@code SERVICE_UNAVAILABLE}
     */
    public Optional<U> findUser(TokenSubject token) {
        if (token instanceof TokenSubject.SelfContained claims) {
            return users.parseId(claims.userId())
                    .flatMap(id -> revoked().findUser(id, claims.tokenId()))
                    .filter(user -> user.tokenVersion() == claims.tokenVersion());
        }
        return stored().findUser(
                        ((TokenSubject.Reference) token).digest(),
                        services.clock().instant());
    }

    /** Ends one token; doing so twice changes nothing. */
    public void revoke(TokenSubject token) {
        services.transactions().inTransaction(() -> {
            if (token instanceof TokenSubject.SelfContained claims) {
                revoked().revoke(claims.tokenId(), claims.expiresAt());
            } else {
                stored().delete(((TokenSubject.Reference) token).digest());
            }
            return token;
        });
    }

    /**
     * Forgets tokens that have expired by now, in short transactions that lock few rows. To be called by a timer, e.g.
     * hourly, on one node or on all.
     *
     * @return how many went
     */
    public int purgeExpired() {
        Instant now = services.clock().instant();
        int purged = 0;
        if (revoked != null) {
            purged += inBatches(() -> revoked().purgeExpired(now, PURGE_BATCH));
        }
        if (stored != null) {
            purged += inBatches(() -> stored().purgeExpired(now, PURGE_BATCH));
        }
        return purged;
    }

    private int inBatches(IntSupplier batch) {
        int purged = 0;
        int last;
        do {
            last = services.transactions().inTransaction(batch::getAsInt);
            purged += last;
        } while (last == PURGE_BATCH);
        return purged;
    }

    private RevokedTokenDatabase<U, ID> revoked() {
        return required(revoked, "self-contained tokens (JWT) need a RevokedTokenDatabase, to end at logout");
    }

    private AccessTokenDatabase<U, ID> stored() {
        return required(stored, "opaque tokens need an AccessTokenDatabase to be kept in");
    }

    private static <T> T required(@Nullable T database, String need) {
        if (database == null) {
            throw new IllegalStateException(need + ": produce one as a bean, or pass it to AccessTokens");
        }
        return database;
    }
}

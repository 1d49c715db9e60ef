package dev.usher.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.User;
import dev.usher.spi.AccessToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** What is done with an {@link dev.usher.spi.AccessTokenDatabase}, each write in a transaction as in {@link Steps}. */
record Tokens<U extends User<ID>, ID>(AccessTokenDatabaseSubject<U, ID> subject) {

    /** When the tokens of these tests expire, unless a test says otherwise; not soon, for those who look at a real clock. */
    static final Instant EXPIRY = Instant.parse("2099-12-31T23:00:00.001Z");

    static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A token issued to a user as she is now; it is not stored yet. */
    static <ID> AccessToken<ID> tokenOf(User<ID> user, String token) {
        return tokenOf(user, token, EXPIRY);
    }

    static <ID> AccessToken<ID> tokenOf(User<ID> user, String token, Instant expiresAt) {
        return new AccessToken<>(digest(token), user.id(), user.tokenVersion(), Camelot.FOUNDED, expiresAt);
    }

    /** A stored user with these tokens. */
    U holding(Camelot person, String... tokens) {
        U user = new Steps<>(subject).stored(person);
        for (String token : tokens) {
            insert(tokenOf(user, token));
        }
        return user;
    }

    void insert(AccessToken<ID> token) {
        new Steps<>(subject).inTransaction(() -> subject.accessTokens().insert(token));
    }

    boolean delete(String token) {
        return new Steps<>(subject).writing(() -> subject.accessTokens().delete(digest(token)), true);
    }

    int purge(Instant now, int limit) {
        return subject.transactions().inTransaction(() -> subject.accessTokens().purgeExpired(now, limit));
    }

    /** Whose a token is while it has not expired. */
    Optional<ID> owner(String token) {
        return subject.accessTokens().findUser(digest(token), Camelot.FOUNDED).map(User::id);
    }
}

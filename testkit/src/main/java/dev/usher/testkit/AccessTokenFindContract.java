package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The part of {@link AccessTokenDatabaseContract} on {@code findUser}. */
interface AccessTokenFindContract<U extends User<ID>, ID> extends AccessTokenDatabaseSubject<U, ID> {

    @Test
    default void findUser_findsTheOwnerOfATokenWithEveryProperty() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword", "lance");
        U merlin = tokens.holding(Camelot.MERLIN, "staff");
        assertThat(accessTokens()
                        .findUser(Tokens.digest("lance"), Camelot.FOUNDED)
                        .map(Snapshot::of))
                .contains(Snapshot.of(arthur));
        assertThat(accessTokens()
                        .findUser(Tokens.digest("staff"), Camelot.FOUNDED)
                        .map(Snapshot::of))
                .contains(Snapshot.of(merlin));
    }

    @Test
    default void findUser_isEmptyForAnUnknownToken() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "sword");
        assertThat(tokens.owner("staff")).isEmpty();
    }

    @Test
    default void findUser_comparesDigestsExactly() {
        new Tokens<>(this).holding(Camelot.ARTHUR, "sword");
        String digest = Tokens.digest("sword");
        for (String other : List.of(
                digest.toUpperCase(Locale.ROOT),
                digest.substring(1),
                "_" + digest.substring(1),
                "%",
                digest + "0",
                "")) {
            assertThat(accessTokens().findUser(other, Camelot.FOUNDED))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    default void findUser_isEmptyFromTheInstantATokenExpires() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "sword");
        String digest = Tokens.digest("sword");
        Instant expiry = Tokens.EXPIRY;
        assertThat(accessTokens().findUser(digest, expiry.minusMillis(1))).isPresent();
        assertThat(accessTokens().findUser(digest, expiry.minusNanos(500_000))).isPresent();
        assertThat(accessTokens().findUser(digest, expiry)).isEmpty();
        assertThat(accessTokens().findUser(digest, expiry.plusNanos(500_000))).isEmpty();
        assertThat(accessTokens().findUser(digest, expiry.plusMillis(1))).isEmpty();
    }

    @Test
    default void findUser_isEmptyForATokenOfAnotherTokenVersion() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        for (int version : List.of(0, arthur.tokenVersion() - 1, arthur.tokenVersion() + 1)) {
            String token = "version" + version;
            tokens.insert(
                    new AccessToken<>(Tokens.digest(token), arthur.id(), version, Camelot.FOUNDED, Tokens.EXPIRY));
            assertThat(tokens.owner(token)).as(token).isEmpty();
        }
        assertThat(tokens.owner("sword")).contains(arthur.id());
    }

    @Test
    default void findUser_isEmptyAsSoonAsTheTokenVersionIsRaised() {
        Steps<U, ID> steps = new Steps<>(this);
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        arthur.tokenVersion(arthur.tokenVersion() + 1);
        steps.inTransaction(() -> {
            users().update(arthur);
            assertThat(tokens.owner("sword")).as("within").isEmpty();
        });
        assertThat(tokens.owner("sword")).as("afterwards").isEmpty();
        tokens.insert(Tokens.tokenOf(arthur, "lance"));
        assertThat(tokens.owner("lance")).as("of the new version").contains(arthur.id());
    }

    @Test
    default void findUser_isEmptyOnceTheUserIsGone() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        U merlin = tokens.holding(Camelot.MERLIN, "staff");
        assertThat(new Steps<>(this).delete(arthur.id())).isTrue();
        assertThat(tokens.owner("sword")).isEmpty();
        assertThat(tokens.owner("staff")).contains(merlin.id());
    }

    @Test
    default void findUser_byATokenDoesNotStoreChangesOfTheObject() {
        U arthur = new Tokens<>(this).holding(Camelot.ARTHUR, "sword");
        Steps<U, ID> steps = new Steps<>(this);
        steps.inTransaction(() -> accessTokens()
                .findUser(Tokens.digest("sword"), Camelot.FOUNDED)
                .orElseThrow()
                .superuser(true));
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }
}

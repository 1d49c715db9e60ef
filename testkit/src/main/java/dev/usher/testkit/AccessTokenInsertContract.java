package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.User;
import dev.usher.spi.AccessToken;
import org.junit.jupiter.api.Test;

/** The part of {@link AccessTokenDatabaseContract} on {@code insert}. */
interface AccessTokenInsertContract<U extends User<ID>, ID> extends AccessTokenDatabaseSubject<U, ID> {

    @Test
    default void insert_storesSeveralTokensOfOneUser() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword", "grail", "lance");
        assertThat(tokens.owner("sword")).contains(arthur.id());
        assertThat(tokens.owner("grail")).contains(arthur.id());
        assertThat(tokens.owner("lance")).contains(arthur.id());
    }

    @Test
    default void insert_storesTheTokensOfConcurrentCallers() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR);
        Race.run(runner -> {
            tokens.insert(Tokens.tokenOf(arthur, "sword" + runner));
            return runner;
        });
        for (int runner = 0; runner < Race.RUNNERS; runner++) {
            assertThat(tokens.owner("sword" + runner)).contains(arthur.id());
        }
    }

    @Test
    default void insert_ofATakenDigestThrowsAndStoresNothing() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        U merlin = tokens.holding(Camelot.MERLIN);
        assertRefused(Tokens.tokenOf(merlin, "sword", Tokens.EXPIRY.plusSeconds(1)));
        assertThat(tokens.owner("sword")).contains(arthur.id());
        assertThat(accessTokens().findUser(Tokens.digest("sword"), Tokens.EXPIRY))
                .isEmpty();
    }

    @Test
    default void insert_ofATokenIsSeenByItsOwnTransaction() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR);
        new Steps<>(this).inTransaction(() -> {
            accessTokens().insert(Tokens.tokenOf(arthur, "sword"));
            assertThat(tokens.owner("sword")).contains(arthur.id());
        });
    }

    private void assertRefused(AccessToken<ID> token) {
        new Steps<>(this).undone(() -> assertThatThrownBy(() -> accessTokens().insert(token))
                .isInstanceOf(RuntimeException.class));
    }
}

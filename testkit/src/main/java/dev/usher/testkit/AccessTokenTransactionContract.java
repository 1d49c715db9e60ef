package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.User;
import dev.usher.spi.AccessToken;
import org.junit.jupiter.api.Test;

/** The part of {@link AccessTokenDatabaseContract} that only the users' own database can keep. */
interface AccessTokenTransactionContract<U extends User<ID>, ID> extends AccessTokenDatabaseSubject<U, ID> {

    @Test
    default void insert_forAnUnknownUserThrowsAndStoresNothing() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR);
        AccessToken<ID> orphan =
                new AccessToken<>(Tokens.digest("sword"), unknownId(), 7, Camelot.FOUNDED, Tokens.EXPIRY);
        new Steps<>(this).undone(() -> assertThatThrownBy(() -> accessTokens().insert(orphan))
                .isInstanceOf(RuntimeException.class));
        assertThat(tokens.owner("sword")).isEmpty();
        tokens.insert(Tokens.tokenOf(arthur, "sword"));
        assertThat(tokens.owner("sword")).contains(arthur.id());
    }

    @Test
    default void insert_ofATokenIsUndoneByARollback() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR);
        new Steps<>(this).undone(() -> accessTokens().insert(Tokens.tokenOf(arthur, "sword")));
        assertThat(tokens.owner("sword")).isEmpty();
        assertThat(tokens.delete("sword")).isFalse();
    }

    @Test
    default void delete_ofATokenIsUndoneByARollback() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        new Steps<>(this).undone(() -> accessTokens().delete(Tokens.digest("sword")));
        assertThat(tokens.owner("sword")).contains(arthur.id());
    }

    @Test
    default void delete_ofAUserEndsHerTokens() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        U merlin = tokens.holding(Camelot.MERLIN, "staff");
        assertThat(new Steps<>(this).delete(arthur.id())).isTrue();
        assertThat(tokens.owner("sword")).isEmpty();
        assertThat(tokens.delete("sword")).as("the row is gone").isFalse();
        assertThat(tokens.owner("staff")).contains(merlin.id());
    }

    @Test
    default void delete_ofAUserThatIsRolledBackLeavesHerTokens() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        new Steps<>(this).undone(() -> {
            users().delete(arthur.id());
            assertThat(tokens.owner("sword")).isEmpty();
        });
        assertThat(tokens.owner("sword")).contains(arthur.id());
    }
}

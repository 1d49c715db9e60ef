package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link AccessTokenDatabaseContract} on {@code purgeExpired}. */
interface AccessTokenPurgeContract<U extends User<ID>, ID> extends AccessTokenDatabaseSubject<U, ID> {

    @Test
    default void purgeExpired_deletesTokensThatExpiredAtOrBeforeTheInstant() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR);
        Instant now = Tokens.EXPIRY;
        tokens.insert(Tokens.tokenOf(arthur, "before", now.minusMillis(1)));
        tokens.insert(Tokens.tokenOf(arthur, "at", now));
        tokens.insert(Tokens.tokenOf(arthur, "after", now.plusMillis(1)));
        assertThat(tokens.purge(now, 9)).isEqualTo(2);
        assertThat(List.of(tokens.delete("before"), tokens.delete("at"), tokens.delete("after")))
                .containsExactly(false, false, true);
    }

    @Test
    default void purgeExpired_deletesNoMoreTokensThanTheLimit() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "one", "two", "three", "four", "five");
        Instant now = Tokens.EXPIRY;
        assertThat(List.of(tokens.purge(now, 2), tokens.purge(now, 2), tokens.purge(now, 2), tokens.purge(now, 2)))
                .containsExactly(2, 2, 1, 0);
    }

    @Test
    default void purgeExpired_ofTokensIsUndoneByARollback() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "sword");
        new Steps<>(this).undone(() -> accessTokens().purgeExpired(Tokens.EXPIRY, 9));
        assertThat(tokens.purge(Tokens.EXPIRY, 9)).isEqualTo(1);
    }
}

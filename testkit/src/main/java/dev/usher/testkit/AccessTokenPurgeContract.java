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
    default void purgeExpired_doesNotWaitForAUserToGo() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword");
        tokens.holding(Camelot.MERLIN, "staff");
        new Steps<>(this).undone(() -> {
            users().delete(arthur.id());
            assertPurgedMeanwhile(tokens, 1);
        });
        assertThat(tokens.purge(Tokens.EXPIRY, 9)).isEqualTo(hasOneWriter() ? 2 : 1);
    }

    @Test
    default void purgeExpired_doesNotWaitForAnotherPurge() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "one", "two", "three");
        new Steps<>(this).inTransaction(() -> {
            assertThat(accessTokens().purgeExpired(Tokens.EXPIRY, 1)).isEqualTo(1);
            assertPurgedMeanwhile(tokens, 2);
        });
        assertThat(tokens.purge(Tokens.EXPIRY, 9)).isEqualTo(hasOneWriter() ? 2 : 0);
    }

    /** What another transaction finds that nobody holds. */
    private void assertPurgedMeanwhile(Tokens<U, ID> tokens, int expected) {
        if (!hasOneWriter()) {
            assertThat(Race.<Integer>elsewhere(() -> tokens.purge(Tokens.EXPIRY, 9)))
                    .as("purged meanwhile")
                    .isEqualTo(expected);
        }
    }

    @Test
    default void purgeExpired_ofTokensIsUndoneByARollback() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "sword");
        new Steps<>(this).undone(() -> accessTokens().purgeExpired(Tokens.EXPIRY, 9));
        assertThat(tokens.purge(Tokens.EXPIRY, 9)).isEqualTo(1);
    }
}

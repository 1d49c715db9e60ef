package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import dev.usher.spi.RevokedTokenDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RevokedTokenDatabase} must do. The hooks of {@link UserDatabaseSubject} give the users it finds.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface RevokedTokenDatabaseContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    /** When the tokens of these tests have expired. */
    Instant LATER = Camelot.FOUNDED.plusSeconds(1);

    /** The adapter under test: empty before each test, over the same database as {@link #users()}. */
    RevokedTokenDatabase<U, ID> revokedTokens();

    @Test
    default void findUser_findsTheUserWithEveryProperty() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        assertThat(revokedTokens().findUser(arthur.id(), "token").map(Snapshot::of))
                .contains(Snapshot.of(arthur));
    }

    @Test
    default void findUser_isEmptyForAnUnknownUser() {
        new Steps<>(this).stored(Camelot.ARTHUR);
        assertThat(revokedTokens().findUser(unknownId(), "token")).isEmpty();
    }

    @Test
    default void findUser_isEmptyForADeletedUser() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.delete(arthur.id());
        assertThat(revokedTokens().findUser(arthur.id(), "token")).isEmpty();
    }

    @Test
    default void findUser_isEmptyForARevokedToken() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        revoke("token");
        assertThat(revokedTokens().findUser(arthur.id(), "token")).isEmpty();
    }

    @Test
    default void findUser_findsTheUserByHerOtherTokens() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        revoke("token");
        for (String other : List.of("Token", "token2", "toke", "tok_n", "tok%", "tökèn")) {
            assertThat(revokedTokens().findUser(arthur.id(), other)).as(other).isPresent();
        }
    }

    @Test
    default void findUser_doesNotStoreChangesOfTheObject() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() ->
                revokedTokens().findUser(arthur.id(), "token").orElseThrow().superuser(true));
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    @Test
    default void revoke_takesTheLongestTokenIds() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        String stem = "t".repeat(254);
        revoke(stem + "1");
        assertThat(revokedTokens().findUser(arthur.id(), stem + "1")).isEmpty();
        assertThat(revokedTokens().findUser(arthur.id(), stem + "2")).isPresent();
    }

    @Test
    default void revoke_twiceChangesNothing() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() -> {
            assertThat(revokedTokens().revoke("token", Camelot.FOUNDED)).isTrue();
            assertThat(revokedTokens().revoke("token", Camelot.FOUNDED)).isFalse();
            assertThat(revokedTokens().revoke("another", Camelot.FOUNDED)).isTrue();
        });
        assertThat(revoke("token")).isFalse();
        assertThat(revokedTokens().findUser(arthur.id(), "token")).isEmpty();
        assertThat(revokedTokens().findUser(arthur.id(), "another")).isEmpty();
        assertThat(purge(LATER, 9)).isEqualTo(2);
    }

    @Test
    default void revoke_byManyConcurrentCallersIsOneRevocation() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        for (int round = 0; round < Race.ROUNDS; round++) {
            String tokenId = "token" + round;
            List<Boolean> first = Race.run(runner -> {
                boolean won = revoke(tokenId);
                assertThat(revokedTokens().findUser(arthur.id(), tokenId)).isEmpty();
                return won;
            });
            assertThat(first).as("who was first").containsOnlyOnce(true);
            assertThat(purge(LATER, 9)).isEqualTo(1);
        }
    }

    @Test
    default void revoke_isUndoneByARollback() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.undone(() -> revokedTokens().revoke("token", Camelot.FOUNDED));
        assertThat(revokedTokens().findUser(arthur.id(), "token")).isPresent();
    }

    @Test
    default void purgeExpired_deletesWhatExpiredAtOrBeforeTheInstant() {
        U arthur = new Steps<>(this).stored(Camelot.ARTHUR);
        new Steps<>(this).inTransaction(() -> {
            revokedTokens().revoke("before", Camelot.FOUNDED.minusMillis(1));
            revokedTokens().revoke("at", Camelot.FOUNDED);
            revokedTokens().revoke("after", Camelot.FOUNDED.plusMillis(1));
        });
        assertThat(purge(Camelot.FOUNDED, 9)).isEqualTo(2);
        assertThat(revokedTokens().findUser(arthur.id(), "before")).isPresent();
        assertThat(revokedTokens().findUser(arthur.id(), "at")).isPresent();
        assertThat(revokedTokens().findUser(arthur.id(), "after")).isEmpty();
    }

    @Test
    default void purgeExpired_deletesNoMoreThanTheLimit() {
        List.of("one", "two", "three", "four", "five").forEach(this::revoke);
        assertThat(List.of(purge(LATER, 2), purge(LATER, 2), purge(LATER, 2), purge(LATER, 2)))
                .containsExactly(2, 2, 1, 0);
    }

    @Test
    default void purgeExpired_isUndoneByARollback() {
        revoke("token");
        new Steps<>(this).undone(() -> revokedTokens().purgeExpired(LATER, 9));
        assertThat(purge(LATER, 9)).isEqualTo(1);
    }

    private boolean revoke(String tokenId) {
        return transactions().inTransaction(() -> revokedTokens().revoke(tokenId, Camelot.FOUNDED));
    }

    private int purge(Instant now, int limit) {
        return transactions().inTransaction(() -> revokedTokens().purgeExpired(now, limit));
    }
}

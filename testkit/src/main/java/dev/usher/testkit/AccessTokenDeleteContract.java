package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link AccessTokenDatabaseContract} on {@code delete}. */
interface AccessTokenDeleteContract<U extends User<ID>, ID> extends AccessTokenDatabaseSubject<U, ID> {

    @Test
    default void delete_endsTheToken() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "sword");
        assertThat(tokens.delete("sword")).isTrue();
        assertThat(tokens.owner("sword")).isEmpty();
    }

    @Test
    default void delete_isFalseIfThereIsNoSuchToken() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        tokens.holding(Camelot.ARTHUR, "sword");
        assertThat(tokens.delete("staff")).as("never stored").isFalse();
        tokens.delete("sword");
        assertThat(tokens.delete("sword")).as("deleted before").isFalse();
    }

    @Test
    default void delete_leavesOtherTokensAlone() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR, "sword", "lance");
        U merlin = tokens.holding(Camelot.MERLIN, "staff");
        tokens.delete("sword");
        assertThat(tokens.owner("lance")).contains(arthur.id());
        assertThat(tokens.owner("staff")).contains(merlin.id());
    }

    @Test
    default void delete_ofATokenIsTrueForExactlyOneOfManyConcurrentCallers() {
        Tokens<U, ID> tokens = new Tokens<>(this);
        U arthur = tokens.holding(Camelot.ARTHUR);
        for (int round = 0; round < Race.ROUNDS; round++) {
            String token = "sword" + round;
            tokens.insert(Tokens.tokenOf(arthur, token));
            List<Boolean> outcomes = Race.run(runner -> tokens.delete(token));
            assertThat(Collections.frequency(outcomes, true)).as("winners").isEqualTo(1);
        }
    }
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.User;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a {@link dev.usher.UserDatabase} must do besides {@link UserDatabaseContract} where the application may choose
 * the id.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface AssignedIdContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    /** Gives a user who is not stored yet an id, in place of one that {@link #prepare} may have given. */
    void assignId(U user, ID id);

    @Test
    default void insert_keepsTheAssignedId() {
        Steps<U, ID> steps = new Steps<>(this);
        ID chosen = unknownId();
        assertThat(steps.insert(withId(steps.newUser(Camelot.ARTHUR), chosen))).isTrue();
        assertThat(steps.find(chosen).map(User::email)).contains(Camelot.ARTHUR.email());
    }

    @Test
    default void insert_refusesATakenId() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        assertThat(steps.insert(withId(steps.newUser(Camelot.MERLIN), arthur.id())))
                .isFalse();
        assertThat(steps.find(arthur.id()).map(Snapshot::of)).contains(Snapshot.of(arthur));
        assertThat(steps.find(Camelot.MERLIN)).isEmpty();
    }

    @Test
    default void insert_letsExactlyOneOfManyConcurrentCallersHaveAnId() {
        Steps<U, ID> steps = new Steps<>(this);
        for (int round = 0; round < Race.ROUNDS; round++) {
            ID contested = unknownId();
            String table = ".table" + round + "@camelot.bt";
            List<Boolean> outcomes = Race.run(
                    runner -> steps.insert(withId(steps.newUser(Email.of("knight" + runner + table)), contested)));
            assertThat(Collections.frequency(outcomes, true)).as("winners").isEqualTo(1);
        }
    }

    private U withId(U user, ID id) {
        assignId(user, id);
        return user;
    }
}

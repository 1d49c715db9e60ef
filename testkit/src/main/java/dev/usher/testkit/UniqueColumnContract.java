package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.UpdateOutcome;
import dev.usher.User;
import org.junit.jupiter.api.Test;

/**
 * What a {@link dev.usher.UserDatabase} must do besides {@link UserDatabaseContract} with a column that the
 * application has added and made unique.
 *
 * @param <U> the user type it is tested with; it has a unique column of text, up to 100 characters
 * @param <ID> the type of its id
 */
public interface UniqueColumnContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    /** Reads the unique column. */
    String uniqueColumn(U user);

    /** Sets the unique column. */
    void uniqueColumn(U user, String value);

    @Test
    default void insert_storesTheOwnColumn() {
        U arthur = new Steps<>(this).stored(knight(Camelot.ARTHUR, "three crowns"));
        assertThat(uniqueColumn(arthur)).isEqualTo("three crowns");
    }

    @Test
    default void insert_refusesATakenValueOfTheOwnColumn() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(knight(Camelot.ARTHUR, "three crowns"));
        assertThat(steps.insert(knight(Camelot.PERCIVAL, "three crowns"))).isFalse();
        assertThat(steps.find(Camelot.PERCIVAL)).isEmpty();
    }

    @Test
    default void update_storesTheOwnColumn() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(knight(Camelot.ARTHUR, "three crowns"));
        uniqueColumn(arthur, "thirteen crowns");
        steps.update(arthur);
        assertThat(uniqueColumn(steps.reload(arthur))).isEqualTo("thirteen crowns");
    }

    @Test
    default void update_toATakenValueOfTheOwnColumnChangesNothing() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(knight(Camelot.ARTHUR, "three crowns"));
        U percival = steps.stored(knight(Camelot.PERCIVAL, "crosslets"));
        uniqueColumn(percival, "three crowns");
        assertThat(steps.update(percival)).isEqualTo(UpdateOutcome.EMAIL_TAKEN);
        assertThat(uniqueColumn(steps.reload(percival))).isEqualTo("crosslets");
    }

    private U knight(Camelot person, String device) {
        U knight = new Steps<>(this).newUser(person);
        uniqueColumn(knight, device);
        return knight;
    }
}

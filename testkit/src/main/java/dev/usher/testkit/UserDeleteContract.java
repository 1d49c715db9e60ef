package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.User;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code delete}. */
interface UserDeleteContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void delete_removesTheUser() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        assertThat(steps.delete(arthur.id())).isTrue();
        assertThat(steps.find(arthur.id())).isEmpty();
        assertThat(steps.find(Camelot.ARTHUR)).isEmpty();
    }

    @Test
    default void delete_isFalseIfThereIsNoSuchUser() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.delete(arthur.id());
        assertThat(steps.delete(arthur.id())).as("deleted before").isFalse();
        assertThat(steps.delete(unknownId())).as("never stored").isFalse();
    }

    @Test
    default void delete_leavesOtherUsersAlone() {
        Steps<U, ID> steps = new Steps<>(this);
        U merlin = steps.stored(Camelot.MERLIN);
        steps.delete(steps.stored(Camelot.ARTHUR).id());
        assertThat(steps.find(Camelot.MERLIN).map(Snapshot::of)).contains(Snapshot.of(merlin));
    }

    @Test
    default void delete_freesTheAddress() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.delete(steps.stored(Camelot.ARTHUR).id());
        assertThat(steps.insert(steps.newUser(Camelot.ARTHUR))).isTrue();
        assertThat(steps.find(Camelot.ARTHUR)).isPresent();
    }

    @Test
    default void delete_neverLetsTheIdBeGivenOutAgain() {
        Steps<U, ID> steps = new Steps<>(this);
        ID old = steps.stored(Camelot.ARTHUR).id();
        steps.delete(old);
        assertThat(steps.stored(Camelot.MERLIN).id()).isNotEqualTo(old);
        assertThat(steps.find(old)).isEmpty();
    }

    @Test
    default void delete_isSeenByItsOwnTransaction() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() -> {
            users().delete(arthur.id());
            assertThat(steps.find(arthur.id())).isEmpty();
            assertThat(steps.find(Camelot.ARTHUR)).isEmpty();
        });
    }

    @Test
    default void delete_isUndoneByARollback() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.undone(() -> users().delete(arthur.id()));
        assertThat(steps.find(Camelot.ARTHUR).map(Snapshot::of)).contains(Snapshot.of(arthur));
        assertThat(steps.find(arthur.id())).isPresent();
    }

    @Test
    default void delete_isTrueForExactlyOneOfManyConcurrentCallers() {
        Steps<U, ID> steps = new Steps<>(this);
        for (int round = 0; round < Race.ROUNDS; round++) {
            U knight = steps.stored(steps.newUser(Email.of("knight" + round + "@camelot.bt")));
            List<Boolean> outcomes = Race.run(runner -> steps.delete(knight.id()));
            assertThat(Collections.frequency(outcomes, true)).as("winners").isEqualTo(1);
        }
    }
}

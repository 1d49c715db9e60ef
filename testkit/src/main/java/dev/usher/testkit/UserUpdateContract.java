package dev.usher.testkit;

import static dev.usher.UpdateOutcome.EMAIL_TAKEN;
import static dev.usher.UpdateOutcome.STALE;
import static dev.usher.UpdateOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.Email;
import dev.usher.User;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code update}, for one caller at a time. */
interface UserUpdateContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void update_storesEveryProperty() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        arthur.email(Email.of("pendragon@camelot.bt"));
        arthur.hashedPassword("$2b$another");
        arthur.active(!arthur.active());
        arthur.superuser(!arthur.superuser());
        arthur.verified(!arthur.verified());
        arthur.tokenVersion(8);
        arthur.createdAt(arthur.createdAt().plusSeconds(1));
        arthur.updatedAt(arthur.updatedAt().plusSeconds(2));
        assertThat(steps.update(arthur)).isEqualTo(UPDATED);
        assertThat(Snapshot.of(steps.reload(arthur))).isEqualTo(Snapshot.of(arthur));
    }

    @Test
    default void update_storesTheLongestValues() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        Snapshot.stretch(arthur);
        steps.update(arthur);
        assertThat(Snapshot.of(steps.reload(arthur))).isEqualTo(Snapshot.of(arthur));
    }

    @Test
    default void update_keepsInstantsToTheMillisecond() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        arthur.updatedAt(Snapshot.NIGHT_OF_THE_CLOCK_CHANGE);
        steps.update(arthur);
        assertThat(steps.reload(arthur).updatedAt()).isEqualTo(Snapshot.NIGHT_OF_THE_CLOCK_CHANGE);
    }

    @Test
    default void update_raisesTheRowVersionByOneInRowAndObject() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        long read = arthur.rowVersion();
        for (int times = 1; times <= 3; times++) {
            arthur.tokenVersion(arthur.tokenVersion() + 1);
            assertThat(steps.update(arthur)).isEqualTo(UPDATED);
            assertThat(arthur.rowVersion()).as("in the object").isEqualTo(read + times);
            assertThat(steps.reload(arthur).rowVersion()).as("in the row").isEqualTo(read + times);
        }
    }

    @Test
    default void update_raisesTheRowVersionAlsoIfNothingElseChanged() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        long read = arthur.rowVersion();
        assertThat(steps.update(arthur)).isEqualTo(UPDATED);
        assertThat(arthur.rowVersion()).isEqualTo(read + 1);
        assertThat(steps.reload(arthur).rowVersion()).isEqualTo(read + 1);
    }

    @Test
    default void update_leavesOtherUsersAlone() {
        Steps<U, ID> steps = new Steps<>(this);
        U merlin = steps.stored(Camelot.MERLIN);
        U arthur = steps.stored(Camelot.ARTHUR);
        arthur.hashedPassword("another");
        steps.update(arthur);
        assertThat(Snapshot.of(steps.reload(merlin))).isEqualTo(Snapshot.of(merlin));
    }

    @Test
    default void update_doesNotStoreLaterChangesOfTheObject() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() -> {
            users().update(arthur);
            arthur.superuser(true);
        });
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    @Test
    default void update_movesTheUserToTheNewAddress() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        Email free = Email.of("pendragon@camelot.bt");
        arthur.email(free);
        steps.update(arthur);
        assertThat(steps.find(free).map(User::id)).contains(arthur.id());
        assertThat(steps.find(Camelot.ARTHUR)).isEmpty();
        assertThat(steps.insert(steps.newUser(Camelot.ARTHUR)))
                .as("the old address is free")
                .isTrue();
    }

    @Test
    default void update_ofAStaleObjectChangesNothing() {
        Steps<U, ID> steps = new Steps<>(this);
        U fresh = steps.stored(Camelot.ARTHUR);
        U stale = steps.reload(fresh);
        fresh.hashedPassword("another");
        steps.update(fresh);
        stale.superuser(true);
        long read = stale.rowVersion();
        assertThat(steps.update(stale)).isEqualTo(STALE);
        assertThat(stale.rowVersion()).as("in the object").isEqualTo(read);
        assertThat(Snapshot.of(steps.reload(fresh))).isEqualTo(Snapshot.of(fresh));
    }

    @Test
    default void update_ofADeletedUserIsStale() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.delete(arthur.id());
        assertThat(steps.update(arthur)).isEqualTo(STALE);
        assertThat(steps.find(Camelot.ARTHUR)).isEmpty();
    }

    @Test
    default void update_toATakenAddressChangesNothing() {
        Steps<U, ID> steps = new Steps<>(this);
        U merlin = steps.stored(Camelot.MERLIN);
        U arthur = steps.stored(Camelot.ARTHUR);
        Snapshot before = Snapshot.of(arthur);
        arthur.email(Camelot.MERLIN.email());
        arthur.superuser(true);
        assertThat(steps.update(arthur)).isEqualTo(EMAIL_TAKEN);
        assertThat(Snapshot.of(steps.reload(arthur))).isEqualTo(before);
        assertThat(steps.find(Camelot.MERLIN).map(Snapshot::of)).contains(Snapshot.of(merlin));
    }

    @Test
    default void update_toATakenAddressLeavesTheObjectUsable() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(Camelot.MERLIN);
        U arthur = steps.stored(Camelot.ARTHUR);
        arthur.email(Camelot.MERLIN.email());
        steps.update(arthur);
        arthur.email(Email.of("pendragon@camelot.bt"));
        assertThat(steps.update(arthur)).isEqualTo(UPDATED);
        assertThat(Snapshot.of(steps.reload(arthur))).isEqualTo(Snapshot.of(arthur));
    }

    @Test
    default void update_toATakenAddressLeavesTheTransactionAsDeclared() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(Camelot.MERLIN);
        U arthur = steps.stored(Camelot.ARTHUR);
        arthur.email(Camelot.MERLIN.email());
        Throwable end = catchThrowable(() -> steps.inTransaction(() -> {
            users().insert(steps.newUser(Camelot.PERCIVAL));
            assertThat(users().update(arthur)).isEqualTo(EMAIL_TAKEN);
            if (survivesDuplicates()) {
                users().insert(steps.newUser(Camelot.LADY_OF_THE_LAKE));
            }
        }));
        assertThat(end == null).as("the transaction ends well").isEqualTo(survivesDuplicates());
        assertThat(steps.find(Camelot.PERCIVAL).isPresent()).isEqualTo(survivesDuplicates());
        assertThat(steps.find(Camelot.LADY_OF_THE_LAKE).isPresent()).isEqualTo(survivesDuplicates());
    }

    @Test
    default void update_isSeenByItsOwnTransaction() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() -> {
            arthur.superuser(true);
            users().update(arthur);
            assertThat(steps.reload(arthur).superuser()).isTrue();
        });
    }

    @Test
    default void update_isUndoneByARollback() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        Snapshot before = Snapshot.of(arthur);
        steps.undone(() -> {
            arthur.email(Email.of("pendragon@camelot.bt"));
            users().update(arthur);
        });
        assertThat(steps.find(Camelot.ARTHUR).map(Snapshot::of)).contains(before);
        assertThat(steps.find(arthur.email())).isEmpty();
    }
}

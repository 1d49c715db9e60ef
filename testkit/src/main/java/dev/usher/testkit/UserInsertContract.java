package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.Email;
import dev.usher.User;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code newUser} and {@code insert}. */
interface UserInsertContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void newUser_storesNothing() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.inTransaction(() -> steps.newUser(Camelot.ARTHUR));
        assertThat(steps.find(Camelot.ARTHUR)).isEmpty();
    }

    @Test
    default void newUser_isAnotherObjectEachTime() {
        assertThat(users().newUser()).isNotSameAs(users().newUser());
    }

    @Test
    default void insert_givesEachUserAnIdOfHerOwn() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.newUser(Camelot.ARTHUR);
        U merlin = steps.newUser(Camelot.MERLIN);
        assertThat(steps.insert(arthur)).isTrue();
        assertThat(steps.insert(merlin)).isTrue();
        assertThat(arthur.id()).isNotNull().isNotEqualTo(merlin.id());
    }

    @Test
    default void insert_storesEveryProperty() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.newUser(Camelot.ARTHUR);
        steps.insert(arthur);
        assertThat(steps.find(arthur.id()).map(Snapshot::of)).contains(Snapshot.of(arthur));
        assertThat(steps.find(Camelot.ARTHUR).map(Snapshot::of)).contains(Snapshot.of(arthur));
    }

    @Test
    default void insert_storesEveryCombinationOfFlags() {
        Steps<U, ID> steps = new Steps<>(this);
        for (int bits = 0; bits < 8; bits++) {
            U user = steps.newUser(Email.of("knight" + bits + "@camelot.bt"));
            user.active((bits & 1) != 0);
            user.superuser((bits & 2) != 0);
            user.verified((bits & 4) != 0);
            steps.insert(user);
            assertThat(Snapshot.of(steps.reload(user))).isEqualTo(Snapshot.of(user));
        }
    }

    @Test
    default void insert_storesTheLongestValues() {
        Steps<U, ID> steps = new Steps<>(this);
        U user = steps.newUser(Camelot.ARTHUR);
        Snapshot.stretch(user);
        steps.insert(user);
        assertThat(Snapshot.of(steps.reload(user))).isEqualTo(Snapshot.of(user));
        assertThat(steps.find(Snapshot.longestEmail())).isPresent();
    }

    @Test
    default void insert_keepsInstantsToTheMillisecond() {
        Steps<U, ID> steps = new Steps<>(this);
        U user = steps.newUser(Camelot.ARTHUR);
        user.createdAt(Snapshot.NIGHT_OF_THE_CLOCK_CHANGE);
        user.updatedAt(Snapshot.NIGHT_OF_THE_CLOCK_CHANGE.plusSeconds(3600).plusMillis(998));
        steps.insert(user);
        assertThat(steps.reload(user).createdAt()).isEqualTo(user.createdAt());
        assertThat(steps.reload(user).updatedAt()).isEqualTo(user.updatedAt());
    }

    @Test
    default void insert_doesNotStoreLaterChangesOfTheObject() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.newUser(Camelot.ARTHUR);
        steps.inTransaction(() -> {
            users().insert(arthur);
            arthur.superuser(true);
        });
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    @Test
    default void insert_refusesATakenAddress() {
        Steps<U, ID> steps = new Steps<>(this);
        U first = steps.stored(Camelot.ARTHUR);
        U second = steps.newUser(Camelot.ARTHUR);
        second.hashedPassword("another");
        assertThat(steps.insert(second)).isFalse();
        assertThat(steps.find(Camelot.ARTHUR).map(Snapshot::of)).contains(Snapshot.of(first));
    }

    @Test
    default void insert_refusesATakenAddressInAnySpelling() {
        Steps<U, ID> steps = new Steps<>(this);
        U toad = steps.stored(steps.newUser(Email.of("kröte@camelot.bt")));
        for (String spelling : List.of(
                "KRÖTE@Camelot.BT",
                " kröte@camelot.bt\n",
                "kro\u0308te@camelot.bt",
                "\u212Aröte@camelot.bt",
                "kröte@ｃamelot.bt")) {
            assertThat(steps.insert(steps.newUser(Email.of(spelling))))
                    .as(spelling)
                    .isFalse();
            assertThat(steps.find(Email.of(spelling)).map(User::id))
                    .as(spelling)
                    .contains(toad.id());
        }
    }

    @Test
    default void insert_keepsAddressesApartThatOnlyLookAlike() {
        Steps<U, ID> steps = new Steps<>(this);
        for (String local : List.of(
                "igraine",
                "\u0131graine",
                "\u0130graine",
                "ígraine",
                "gauß",
                "gauss",
                "åse",
                "ase",
                "a.se",
                "ase+tag",
                "ﬁnn",
                "finn",
                "per_ival",
                "per%ival",
                "percival")) {
            U user = steps.newUser(Email.of(local + "@camelot.bt"));
            assertThat(steps.insert(user)).as(local).isTrue();
            assertThat(steps.find(user.email()).map(User::id)).as(local).contains(user.id());
        }
    }

    @Test
    default void insert_ofADuplicateLeavesTheTransactionAsDeclared() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(Camelot.ARTHUR);
        Throwable end = catchThrowable(() -> steps.inTransaction(() -> {
            users().insert(steps.newUser(Camelot.MERLIN));
            assertThat(users().insert(steps.newUser(Camelot.ARTHUR))).isFalse();
            if (survivesDuplicates()) {
                users().insert(steps.newUser(Camelot.PERCIVAL));
            }
        }));
        assertThat(end == null).as("the transaction ends well").isEqualTo(survivesDuplicates());
        assertThat(steps.find(Camelot.MERLIN).isPresent()).isEqualTo(survivesDuplicates());
        assertThat(steps.find(Camelot.PERCIVAL).isPresent()).isEqualTo(survivesDuplicates());
    }

    @Test
    default void insert_isSeenByItsOwnTransaction() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.inTransaction(() -> {
            U arthur = steps.newUser(Camelot.ARTHUR);
            users().insert(arthur);
            assertThat(steps.find(Camelot.ARTHUR)).isPresent();
            assertThat(steps.find(arthur.id())).isPresent();
        });
    }

    @Test
    default void insert_isUndoneByARollback() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.undone(() -> users().insert(steps.newUser(Camelot.ARTHUR)));
        assertThat(steps.find(Camelot.ARTHUR)).isEmpty();
        assertThat(steps.insert(steps.newUser(Camelot.ARTHUR))).isTrue();
    }

    @Test
    default void insert_letsExactlyOneOfManyConcurrentCallersHaveAnAddress() {
        Steps<U, ID> steps = new Steps<>(this);
        for (int round = 0; round < Race.ROUNDS; round++) {
            Email contested = Email.of("knight" + round + "@camelot.bt");
            List<Boolean> outcomes = Race.run(runner -> steps.insert(steps.newUser(contested)));
            assertThat(Collections.frequency(outcomes, true)).as("winners").isEqualTo(1);
            assertThat(steps.find(contested)).isPresent();
        }
    }

    @Test
    default void insert_letsConcurrentCallersWithDifferentAddressesAllWin() {
        Steps<U, ID> steps = new Steps<>(this);
        Set<ID> ids = new HashSet<>(Race.run(runner -> {
            U user = steps.newUser(Email.of("knight" + runner + "@camelot.bt"));
            assertThat(steps.insert(user)).isTrue();
            return user.id();
        }));
        assertThat(ids).hasSize(Race.RUNNERS);
    }
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.User;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code lockActiveSuperusers}. */
interface SuperuserLockContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void lockActiveSuperusers_namesWhoIsBothActiveAndASuperuser() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.inTransaction(
                () -> assertThat(users().lockActiveSuperusers()).as("nobody").isEmpty());
        U merlin = storedSuperuser(steps, Camelot.MERLIN.email(), true);
        storedSuperuser(steps, Camelot.PERCIVAL.email(), false);
        U lady = storedSuperuser(steps, Camelot.LADY_OF_THE_LAKE.email(), true);
        steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() -> assertThat(users().lockActiveSuperusers()).isEqualTo(Set.of(merlin.id(), lady.id())));
    }

    @Test
    default void lockActiveSuperusers_seesWhatItsOwnTransactionChanged() {
        Steps<U, ID> steps = new Steps<>(this);
        U merlin = storedSuperuser(steps, Camelot.MERLIN.email(), true);
        U lady = storedSuperuser(steps, Camelot.LADY_OF_THE_LAKE.email(), true);
        steps.inTransaction(() -> {
            merlin.superuser(false);
            users().update(merlin);
            assertThat(users().lockActiveSuperusers()).isEqualTo(Set.of(lady.id()));
        });
    }

    @Test
    default void lockActiveSuperusers_leavesOneOfManyWhoLeaveAtOnce() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> wizards = IntStream.range(0, Race.RUNNERS)
                .mapToObj(runner -> storedSuperuser(steps, Email.of("wizard" + runner + "@camelot.bt"), true))
                .toList();
        List<Boolean> left = Race.run(runner -> leave(wizards.get(runner).id()));
        assertThat(left).as("who left").containsOnlyOnce(false);
        assertThat(steps.find(wizards.get(left.indexOf(false)).id()))
                .as("the last one")
                .isPresent();
    }

    private U storedSuperuser(Steps<U, ID> steps, Email email, boolean active) {
        U user = steps.newUser(email);
        user.superuser(true);
        user.active(active);
        return steps.stored(user);
    }

    /** Whether a superuser could, because there was another. */
    private boolean leave(ID wizard) {
        return transactions()
                .inTransaction(() -> !users().lockActiveSuperusers().equals(Set.of(wizard)) && users().delete(wizard));
    }
}

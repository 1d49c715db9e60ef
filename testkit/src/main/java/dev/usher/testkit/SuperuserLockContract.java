package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.User;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code lockActiveSuperusers}. */
interface SuperuserLockContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void lockActiveSuperusers_namesWhoIsBothActiveAndASuperuser() {
        Steps<U, ID> steps = new Steps<>(this);
        ID arthur = steps.stored(Camelot.ARTHUR).id();
        steps.inTransaction(() ->
                assertThat(users().lockActiveSuperusers(arthur)).as("nobody").isEmpty());
        U merlin = storedSuperuser(steps, Camelot.MERLIN.email(), true);
        U percival = storedSuperuser(steps, Camelot.PERCIVAL.email(), false);
        U lady = storedSuperuser(steps, Camelot.LADY_OF_THE_LAKE.email(), true);
        List<ID> targets = List.of(arthur, merlin.id(), percival.id());
        targets.forEach(target -> steps.inTransaction(() -> assertThat(users().lockActiveSuperusers(target))
                .as("asked with %s", target)
                .isEqualTo(Set.of(merlin.id(), lady.id()))));
    }

    @Test
    default void lockActiveSuperusers_seesWhatItsOwnTransactionChanged() {
        Steps<U, ID> steps = new Steps<>(this);
        U merlin = storedSuperuser(steps, Camelot.MERLIN.email(), true);
        U lady = storedSuperuser(steps, Camelot.LADY_OF_THE_LAKE.email(), true);
        steps.inTransaction(() -> {
            merlin.superuser(false);
            users().update(merlin);
            assertThat(users().lockActiveSuperusers(merlin.id())).isEqualTo(Set.of(lady.id()));
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

    /** Others become superusers and cease to be; their rows come before that of the one who stays, or after it. */
    @Test
    default void lockActiveSuperusers_letsNoTwoCallersWaitForEachOther() {
        Steps<U, ID> steps = new Steps<>(this);
        List<ID> three = Stream.of(Camelot.ARTHUR, Camelot.MERLIN, Camelot.LADY_OF_THE_LAKE)
                .map(person -> steps.stored(person).id())
                .toList();
        for (ID stays : three) {
            List<ID> others = three.stream().filter(id -> !id.equals(stays)).toList();
            promoteOrDemote(stays);
            assertThat(Race.run(runner -> timesChanged(others.get(runner % 2))))
                    .as("how often each could")
                    .containsOnly((long) Race.ROUNDS);
            steps.inTransaction(
                    () -> assertThat(users().lockActiveSuperusers(stays)).isEqualTo(Set.of(stays)));
            promoteOrDemote(stays);
        }
    }

    private long timesChanged(ID user) {
        return IntStream.range(0, Race.ROUNDS)
                .filter(round -> promoteOrDemote(user))
                .count();
    }

    private boolean promoteOrDemote(ID id) {
        return transactions().inTransaction(() -> {
            users().lockActiveSuperusers(id);
            U user = users().findById(id).orElseThrow();
            user.superuser(!user.superuser());
            return users().update(user) == UpdateOutcome.UPDATED;
        });
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
                .inTransaction(
                        () -> !users().lockActiveSuperusers(wizard).equals(Set.of(wizard)) && users().delete(wizard));
    }
}

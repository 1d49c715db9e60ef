package dev.usher.testkit;

import static dev.usher.UpdateOutcome.EMAIL_TAKEN;
import static dev.usher.UpdateOutcome.STALE;
import static dev.usher.UpdateOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.User;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code update} by several callers at once. */
interface UserUpdateRaceContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void update_letsExactlyOneOfManyConcurrentCallersChangeARow() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        for (int round = 0; round < Race.ROUNDS; round++) {
            List<U> copies = IntStream.range(0, Race.RUNNERS)
                    .mapToObj(runner -> steps.reload(arthur))
                    .toList();
            List<UpdateOutcome> outcomes = Race.run(runner -> {
                copies.get(runner).tokenVersion(copies.get(runner).tokenVersion() + runner + 1);
                return steps.update(copies.get(runner));
            });
            assertThat(outcomes).containsOnly(UPDATED, STALE);
            assertThat(Collections.frequency(outcomes, UPDATED)).as("winners").isEqualTo(1);
            U winner = copies.get(outcomes.indexOf(UPDATED));
            assertThat(Snapshot.of(steps.reload(arthur))).isEqualTo(Snapshot.of(winner));
        }
    }

    @Test
    default void update_letsExactlyOneOfManyConcurrentCallersTakeAFreeAddress() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> knights = IntStream.range(0, Race.RUNNERS)
                .mapToObj(runner -> steps.stored(steps.newUser(Email.of("knight" + runner + "@camelot.bt"))))
                .toList();
        for (int round = 0; round < Race.ROUNDS; round++) {
            Email free = Email.of("round.table" + round + "@camelot.bt");
            List<UpdateOutcome> outcomes = Race.run(runner -> {
                knights.get(runner).email(free);
                return steps.update(knights.get(runner));
            });
            assertThat(outcomes).containsOnly(UPDATED, EMAIL_TAKEN);
            assertThat(Collections.frequency(outcomes, UPDATED)).as("winners").isEqualTo(1);
            U winner = knights.get(outcomes.indexOf(UPDATED));
            assertThat(steps.find(free).map(User::id)).contains(winner.id());
        }
    }
}

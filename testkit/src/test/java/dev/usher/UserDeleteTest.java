package dev.usher;

import static dev.usher.Court.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.UserEvent.Deleted;
import dev.usher.UserEvent.Deleting;
import dev.usher.UserEvent.LoggedOutEverywhere;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** {@link UserManager#delete} and {@link UserManager#logoutEverywhere}, and that a superuser is always left. */
class UserDeleteTest {

    private final Court court = new Court();
    private final UserManager<Knight, UUID> manager = court.manager;

    private Knight secondSuperuser() {
        Knight lady = court.stored(Camelot.LADY_OF_THE_LAKE);
        lady.superuser(true);
        court.users.update(lady);
        return lady;
    }

    private static AdminEdit<Knight> demotion() {
        return new AdminEdit<>(new ProfileEdit<>(null, null, null), null, false, null);
    }

    @Nested
    class Delete {

        @Test
        void tellsBeforeAndAfter() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            assertThat(manager.delete(arthur.id())).isTrue();
            assertThat(court.users.findById(arthur.id())).isEmpty();
            assertThat(court.events.all())
                    .extracting(UserEvent::getClass)
                    .isEqualTo(List.of(Deleting.class, Deleted.class));
            assertThat(court.events.of(Deleted.class).get(0).user().email()).isEqualTo(Camelot.ARTHUR.email());
        }

        @Test
        void isUndoneByAVeto() {
            IllegalStateException needed = new IllegalStateException("the king is needed");
            court.events.veto(Deleting.class, needed);
            assertThatThrownBy(() -> manager.delete(court.id(Camelot.ARTHUR))).isSameAs(needed);
            assertThat(court.stored(Camelot.ARTHUR).email()).isEqualTo(Camelot.ARTHUR.email());
            assertThat(court.events.of(Deleted.class)).isEmpty();
        }

        @Test
        void standsWhenAnObserverOfTheFactFails() {
            UUID arthur = court.id(Camelot.ARTHUR);
            court.events.veto(Deleted.class, new IllegalStateException("the herald is ill"));
            assertThat(manager.delete(arthur)).isTrue();
            assertThat(court.users.findById(arthur)).isEmpty();
        }

        @Test
        void tellsNothingOfNobody() {
            assertThat(manager.delete(UUID.randomUUID())).isFalse();
            assertThat(court.events.all()).isEmpty();
        }

        @Test
        void leavesNothingWhenTheCallersTransactionFails() {
            UUID arthur = court.id(Camelot.ARTHUR);
            assertThatThrownBy(() -> court.transactions.inTransaction(() -> {
                        manager.delete(arthur);
                        throw new IllegalStateException("the castle burns");
                    }))
                    .hasMessage("the castle burns");
            assertThat(court.users.findById(arthur)).isPresent();
            assertThat(court.events.of(Deleted.class)).isEmpty();
        }

        @Test
        void takesTheRightPasswordWhereItIsOnesOwnWish() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            court.assertNothingHappens(
                    Camelot.ARTHUR,
                    () -> assertRefused(ErrorCode.DELETE_USER_BAD_PASSWORD, () -> manager.delete(arthur, "lancelot")));
            manager.delete(arthur, "guinevere");
            assertThat(court.users.findById(arthur.id())).isEmpty();
        }

        @Test
        void isRefusedOnceWhatSheWasFoundByHasEnded() {
            Knight found = court.stored(Camelot.ARTHUR);
            ProfileEdit<Knight> rescue = new ProfileEdit<>(null, Court.NEW_PASSWORD, null);
            manager.update(found.id(), rescue, any -> true);
            court.assertNothingHappens(
                    Camelot.ARTHUR,
                    () -> assertRefused(ErrorCode.DELETE_USER_BAD_PASSWORD, () -> manager.delete(found, "guinevere")));
        }

        @Test
        void isNotForTheLastActiveSuperuser() {
            Knight merlin = court.stored(Camelot.MERLIN);
            court.assertNothingHappens(Camelot.MERLIN, () -> {
                assertRefused(ErrorCode.UPDATE_USER_LAST_SUPERUSER, () -> manager.delete(merlin.id()));
                assertRefused(ErrorCode.UPDATE_USER_LAST_SUPERUSER, () -> manager.delete(merlin, "viviane"));
                assertRefused(
                        ErrorCode.UPDATE_USER_LAST_SUPERUSER,
                        () -> manager.update(merlin.id(), demotion(), any -> true));
            });
            secondSuperuser();
            assertThat(manager.delete(merlin.id())).isTrue();
        }
    }

    @Nested
    class OfTwoSuperusers {

        @RepeatedTest(20)
        void oneIsLeftWhoeverIsDeletedOrDemoted() throws Exception {
            UUID lady = secondSuperuser().id();
            UUID merlin = court.id(Camelot.MERLIN);
            List<String> outcomes =
                    Court.atOnce(() -> manager.delete(lady), () -> manager.update(merlin, demotion(), any -> true));
            assertThat(outcomes).containsExactlyInAnyOrder("done", "UPDATE_USER_LAST_SUPERUSER");
            assertThat(court.users.lockActiveSuperusers(lady)).hasSize(1);
        }

        @RepeatedTest(20)
        void oneIsLeftWhereBothAreDemoted() throws Exception {
            UUID lady = secondSuperuser().id();
            UUID merlin = court.id(Camelot.MERLIN);
            List<String> outcomes = Court.atOnce(
                    () -> manager.update(lady, demotion(), any -> true),
                    () -> manager.update(merlin, demotion(), any -> true));
            assertThat(outcomes).containsExactlyInAnyOrder("done", "UPDATE_USER_LAST_SUPERUSER");
        }
    }

    @Nested
    class LogoutEverywhere {

        @Test
        void movesTheTokenVersionOnAndTells() {
            Knight before = court.stored(Camelot.ARTHUR);
            Knight after = manager.logoutEverywhere(before.id()).orElseThrow();
            assertThat(court.stored(Camelot.ARTHUR).tokenVersion()).isEqualTo(before.tokenVersion() + 1);
            assertThat(court.events.all()).containsExactly(new LoggedOutEverywhere(after));
        }

        @Test
        void isEmptyForNobody() {
            assertThat(manager.logoutEverywhere(UUID.randomUUID())).isEmpty();
            assertThat(court.events.all()).isEmpty();
        }

        @RepeatedTest(5)
        void happensTwiceWhereTwoAskAtOnce() throws Exception {
            Knight before = court.stored(Camelot.ARTHUR);
            Court.atOnce(() -> manager.logoutEverywhere(before.id()), () -> manager.logoutEverywhere(before.id()));
            assertThat(court.stored(Camelot.ARTHUR).tokenVersion()).isEqualTo(before.tokenVersion() + 2);
        }
    }
}

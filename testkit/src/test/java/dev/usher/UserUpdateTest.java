package dev.usher;

import static dev.usher.Court.NEW_PASSWORD;
import static dev.usher.Court.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.UserEvent.Updated;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link UserManager#update}. */
class UserUpdateTest {

    private static final Email AVALON = Email.of("arthur@avalon.bt");

    private final Court court = new Court();
    private final UserManager<Knight, UUID> manager = court.manager;
    private final UUID arthur = court.id(Camelot.ARTHUR);

    private static ProfileEdit<Knight> edit(
            @Nullable Email email, @Nullable String password, @Nullable Consumer<Knight> details) {
        return new ProfileEdit<>(email, password, details);
    }

    private static AdminEdit<Knight> flags(
            @Nullable Boolean active, @Nullable Boolean superuser, @Nullable Boolean verified) {
        return new AdminEdit<>(edit(null, null, null), active, superuser, verified);
    }

    private Knight update(AdminEdit<Knight> edit) {
        return manager.update(arthur, edit, any -> true).orElseThrow();
    }

    private Knight update(ProfileEdit<Knight> edit) {
        return manager.update(arthur, edit, any -> true).orElseThrow();
    }

    @Test
    void storesAllOfAnEditAndTellsOnce() {
        court.clock.advance(Duration.ofDays(1));
        Knight before = court.stored(Camelot.ARTHUR);
        Knight after =
                update(new AdminEdit<>(edit(AVALON, NEW_PASSWORD, knight -> knight.shield = "or"), true, true, true));
        assertThat(court.users.findById(arthur).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(after);
        assertThat(after.shield).isEqualTo("or");
        assertThat(after.email()).isEqualTo(AVALON);
        assertThat(after.superuser() && after.verified()).isTrue();
        assertThat(after.tokenVersion()).isEqualTo(before.tokenVersion() + 1);
        assertThat(after.rowVersion()).isEqualTo(before.rowVersion() + 1);
        assertThat(after.updatedAt()).isEqualTo(court.clock.instant());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(court.events.all()).containsExactly(new Updated(after, Camelot.ARTHUR.email(), true));
        assertThat(manager.authenticate("arthur@avalon.bt", NEW_PASSWORD)).isPresent();
    }

    @Test
    void writesAndTellsNothingWhereNothingChanges() {
        court.assertNothingHappens(Camelot.ARTHUR, () -> {
            update(edit(null, null, null));
            update(edit(Email.of("King.Arthur@CAMELOT.bt"), null, null));
            update(flags(true, false, false));
        });
    }

    @Test
    void isEmptyForNobody() {
        assertThat(manager.update(UUID.randomUUID(), edit(AVALON, NEW_PASSWORD, null), any -> true))
                .isEmpty();
        assertThat(manager.update(UUID.randomUUID(), flags(false, null, null), any -> true))
                .isEmpty();
    }

    @Test
    void storesNothingWhereItIsRefused() {
        court.assertNothingHappens(Camelot.ARTHUR, () -> {
            assertRefused(
                    ErrorCode.UPDATE_USER_INVALID_PASSWORD,
                    () -> update(edit(Camelot.MERLIN.email(), "short", knight -> knight.shield = "or")));
            assertRefused(
                    ErrorCode.UPDATE_USER_EMAIL_ALREADY_EXISTS,
                    () -> update(edit(Camelot.MERLIN.email(), NEW_PASSWORD, knight -> knight.shield = "or")));
            assertRefused(
                    ErrorCode.UPDATE_USER_CONFLICT,
                    () -> manager.update(arthur, edit(AVALON, "short", null), user -> user.rowVersion() == 1));
        });
    }

    @Test
    void failsAsTheApplicationsOwnFieldsDo() {
        IllegalStateException broken = new IllegalStateException("the shield is broken");
        court.assertNothingHappens(Camelot.ARTHUR, () -> assertThatThrownBy(() -> update(edit(AVALON, null, knight -> {
                    throw broken;
                })))
                .isSameAs(broken));
    }

    @Test
    void judgesThePasswordForTheUserAsSheWillBe() {
        List<String> judged = new ArrayList<>();
        UserManager<Knight, UUID> careful = new UserManager<>(court.users, court.services) {
            @Override
            protected Optional<String> validatePassword(String password, Knight user) {
                judged.add(user.email() + " " + user.shield);
                return Optional.empty();
            }
        };
        careful.update(arthur, edit(AVALON, NEW_PASSWORD, knight -> knight.shield = "or"), any -> true);
        assertThat(judged).containsExactly("arthur@avalon.bt or");
    }

    @Test
    void startsAgainFromAFreshRowWhereSomebodyCameBetween() {
        AtomicInteger attempts = new AtomicInteger();
        Knight after = update(edit(null, null, knight -> {
            if (attempts.getAndIncrement() == 0) {
                Knight meanwhile = court.stored(Camelot.ARTHUR);
                meanwhile.verified(true);
                court.users.update(meanwhile);
            }
            knight.shield += "or";
        }));
        assertThat(attempts).hasValue(2);
        assertThat(after.shield).isEqualTo("or");
        assertThat(after.verified()).isTrue();
        assertThat(court.events.of(Updated.class)).hasSize(1);
    }

    @Test
    void judgesAnewWhereSomebodyCameBetween() {
        assertRefused(
                ErrorCode.UPDATE_USER_CONFLICT,
                () -> manager.update(
                        arthur,
                        edit(null, null, knight -> court.users.update(court.stored(Camelot.ARTHUR))),
                        user -> user.rowVersion() == 0));
    }

    @Test
    void givesUpWhereSomebodyAlwaysComesBetween() {
        assertRefused(
                ErrorCode.SERVICE_UNAVAILABLE,
                () -> update(edit(null, null, knight -> court.users.update(court.stored(Camelot.ARTHUR)))));
        assertThat(court.events.all()).isEmpty();
    }

    @Test
    void endsTokensByANewPasswordAndByDeactivationOnly() {
        int version = court.stored(Camelot.ARTHUR).tokenVersion();
        assertThat(update(edit(AVALON, null, knight -> knight.shield = "or")).tokenVersion())
                .isEqualTo(version);
        assertThat(update(flags(null, true, true)).tokenVersion()).isEqualTo(version);
        assertThat(update(flags(false, null, null)).tokenVersion()).isEqualTo(version + 1);
        assertThat(update(flags(false, false, null)).tokenVersion()).isEqualTo(version + 1);
        assertThat(update(flags(true, null, null)).tokenVersion()).isEqualTo(version + 1);
        assertThat(update(edit(null, NEW_PASSWORD, null)).tokenVersion()).isEqualTo(version + 2);
    }

    @Test
    void startsTokenVersionsAnewBeforeTheyOverflow() {
        Knight old = court.stored(Camelot.ARTHUR);
        old.tokenVersion(Integer.MAX_VALUE);
        court.users.update(old);
        assertThat(update(edit(null, NEW_PASSWORD, null)).tokenVersion()).isEqualTo(1);
    }

    @Test
    void showsNoPassword() {
        ProfileEdit<Knight> edit = edit(AVALON, NEW_PASSWORD, knight -> {});
        AdminEdit<Knight> admin = AdminEdit.of(edit);
        update(admin);
        assertThat(edit + " " + admin + " " + court.events.all()).doesNotContain("Avalon", "$2");
        assertThat(edit.toString()).contains("redacted");
        assertThat(edit(null, null, null).toString()).doesNotContain("redacted");
    }
}

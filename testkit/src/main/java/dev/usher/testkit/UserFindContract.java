package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.usher.Email;
import dev.usher.User;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The part of {@link UserDatabaseContract} on {@code findById}, {@code findByEmail} and {@code parseId}. */
interface UserFindContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void findById_findsTheUserWithTheIdOnly() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        U merlin = steps.stored(Camelot.MERLIN);
        assertThat(users().findById(arthur.id()).map(User::email)).contains(Camelot.ARTHUR.email());
        assertThat(users().findById(merlin.id()).map(User::email)).contains(Camelot.MERLIN.email());
    }

    @Test
    default void findById_isEmptyForAnUnknownId() {
        new Steps<>(this).stored(Camelot.ARTHUR);
        assertThat(users().findById(unknownId())).isEmpty();
    }

    @Test
    default void findById_doesNotStoreChangesOfTheObject() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(() -> users().findById(arthur.id()).orElseThrow().superuser(true));
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    @Test
    default void findByEmail_findsTheUserWithTheAddressOnly() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        U merlin = steps.stored(Camelot.MERLIN);
        assertThat(users().findByEmail(Camelot.ARTHUR.email()).map(User::id)).contains(arthur.id());
        assertThat(users().findByEmail(Camelot.MERLIN.email()).map(User::id)).contains(merlin.id());
    }

    @Test
    default void findByEmail_isEmptyForAnUnknownAddress() {
        new Steps<>(this).stored(Camelot.ARTHUR);
        assertThat(users().findByEmail(Camelot.MERLIN.email())).isEmpty();
        assertThat(users().findByEmail(Email.of("king_arthur@camelot.bt"))).isEmpty();
        assertThat(users().findByEmail(Email.of("%@camelot.bt"))).isEmpty();
    }

    @Test
    default void findByEmail_doesNotStoreChangesOfTheObject() {
        Steps<U, ID> steps = new Steps<>(this);
        U arthur = steps.stored(Camelot.ARTHUR);
        steps.inTransaction(
                () -> users().findByEmail(Camelot.ARTHUR.email()).orElseThrow().superuser(true));
        assertThat(steps.reload(arthur).superuser()).isFalse();
    }

    @Test
    default void parseId_readsTheTextOfAnId() {
        ID id = new Steps<>(this).stored(Camelot.ARTHUR).id();
        assertThat(users().parseId(String.valueOf(id))).contains(id);
        if (id instanceof UUID) {
            assertThat(users().parseId(String.valueOf(id).toUpperCase(Locale.ROOT)))
                    .contains(id);
        }
    }

    @Test
    default void parseId_isEmptyForTextThatIsNoIdAtAll() {
        assertThat(Hostile.texts().stream().filter(Hostile::isNoIdAtAll))
                .allSatisfy(text -> assertThat(users().parseId(text)).isEmpty());
    }

    @Test
    default void parseId_readsTheCanonicalSpellingOnly() {
        String id = String.valueOf(new Steps<>(this).stored(Camelot.ARTHUR).id());
        for (String text : Hostile.variantsOf(id)) {
            assertThat(users().parseId(text).map(String::valueOf).filter(spelling -> !spelling.equalsIgnoreCase(text)))
                    .isEmpty();
        }
    }

    @Test
    default void parseId_readsNothingThatCannotBeLookedUp() {
        assertThat(Hostile.texts()).allSatisfy(text -> assertThatCode(() -> users().parseId(text)
                        .ifPresent(id -> assertThat(users().findById(id)).isEmpty()))
                .doesNotThrowAnyException());
    }
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.ErrorCode;
import dev.usher.User;
import dev.usher.UsersException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What a {@link dev.usher.UserDatabase} must do if its database does not answer. The hooks return the adapter and its
 * transactions over something unreachable, e.g. a port where nobody listens.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface UnreachableDatabaseContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    @Test
    default void findById_saysThatTheDatabaseIsUnreachable() {
        assertUnavailable(() -> users().findById(unknownId()));
    }

    @Test
    default void findByEmail_saysThatTheDatabaseIsUnreachable() {
        assertUnavailable(() -> users().findByEmail(Camelot.ARTHUR.email()));
    }

    @Test
    default void insert_saysThatTheDatabaseIsUnreachable() {
        Steps<U, ID> steps = new Steps<>(this);
        assertUnavailable(() -> steps.insert(steps.newUser(Camelot.ARTHUR)));
    }

    @Test
    default void delete_saysThatTheDatabaseIsUnreachable() {
        assertUnavailable(() -> new Steps<>(this).delete(unknownId()));
    }

    private void assertUnavailable(ThrowingCallable step) {
        assertThatThrownBy(step)
                .asInstanceOf(InstanceOfAssertFactories.type(UsersException.class))
                .extracting(UsersException::code)
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }
}

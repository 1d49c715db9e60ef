package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a manager does with a {@link dev.usher.UserDatabase}, step by step, each write in a transaction of its own. A
 * refusal rolls its transaction back, as every use case does, so that it does not matter whether the engine has doomed
 * it.
 */
record Steps<U extends User<ID>, ID>(UserDatabaseSubject<U, ID> subject) {

    static final Instant REGISTERED = Instant.parse("2026-11-20T12:00:00Z");

    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA";

    /** A user who is not stored yet; her properties differ from what a new object has by itself. */
    U newUser(Email email) {
        U user = subject.users().newUser();
        user.email(email);
        user.hashedPassword(HASH);
        user.active(true);
        user.verified(true);
        user.superuser(false);
        user.tokenVersion(7);
        user.createdAt(REGISTERED);
        user.updatedAt(REGISTERED.plusSeconds(60));
        subject.prepare(user);
        return user;
    }

    U newUser(Camelot person) {
        return newUser(person.email());
    }

    /** A user as she is read back after an insert. */
    U stored(Camelot person) {
        return stored(newUser(person));
    }

    U stored(U user) {
        assertThat(insert(user)).as("insert of " + user.email()).isTrue();
        return reload(user);
    }

    boolean insert(U user) {
        return writing(() -> subject.users().insert(user), true);
    }

    UpdateOutcome update(U user) {
        return writing(() -> subject.users().update(user), UpdateOutcome.UPDATED);
    }

    boolean delete(ID id) {
        return writing(() -> subject.users().delete(id), true);
    }

    /** The user as the row says now. */
    U reload(U user) {
        return find(user.id()).orElseThrow(() -> new AssertionError("there is no row of user " + user.id()));
    }

    Optional<U> find(ID id) {
        return subject.users().findById(id);
    }

    Optional<U> find(Email email) {
        return subject.users().findByEmail(email);
    }

    Optional<U> find(Camelot person) {
        return find(person.email());
    }

    void inTransaction(Runnable work) {
        subject.transactions().inTransaction(Work.work(work));
    }

    /** Runs work in a transaction and rolls it back. */
    void undone(Runnable work) {
        Work.undone(subject.transactions(), work);
    }

    /** Runs one statement in a transaction that is rolled back unless the statement succeeds. */
    <T> T writing(Supplier<T> statement, T success) {
        List<T> answer = new ArrayList<>();
        try {
            inTransaction(() -> {
                answer.add(statement.get());
                if (!answer.contains(success)) {
                    throw new Undo();
                }
            });
        } catch (Undo refused) {
            assertThat(answer).as("the refusal").hasSize(1);
        }
        return answer.get(0);
    }
}

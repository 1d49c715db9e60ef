package dev.usher.testkit;

import static dev.usher.spi.BulkInsert.Outcome.INSERTED;
import static dev.usher.spi.BulkInsert.Outcome.REFUSED;
import static dev.usher.spi.BulkInsert.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.User;
import dev.usher.spi.BulkInsert;
import dev.usher.spi.BulkInsert.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link BulkInsert} must do. The hooks of {@link UserDatabaseSubject} give the users it stores.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface BulkInsertContract<U extends User<ID>, ID> extends UserDatabaseSubject<U, ID> {

    /** The adapter under test, over the same database as {@link #users()}. */
    BulkInsert<U> bulkInsert();

    /** Gives a new user a value that the database refuses, e.g. one that is too long for a column with a check. */
    void spoil(U user);

    /** Whether it takes part in the caller's transaction. If not, it is called outside of one. */
    default boolean joinsTransactions() {
        return survivesDuplicates();
    }

    @Test
    default void insertAll_storesEveryProperty() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> users = court("arthur", "merlin", "bors");
        users.get(1).superuser(true);
        Snapshot.stretch(users.get(2));
        assertThat(insertAll(users)).containsExactly(INSERTED, INSERTED, INSERTED);
        assertThat(users).allSatisfy(user -> assertThat(steps.find(user.email()).map(Snapshot::of))
                .contains(Snapshot.of(user)));
    }

    @Test
    default void insertAll_givesEachUserAnIdOfHerOwn() {
        List<U> users = court("arthur", "merlin", "bors");
        insertAll(users);
        assertThat(users).extracting(User::id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(users)
                .allSatisfy(user ->
                        assertThat(users().findById(user.id()).map(User::email)).contains(user.email()));
    }

    @Test
    default void insertAll_ofNobodyTellsNothing() {
        assertThat(insertAll(List.of())).isEmpty();
    }

    @Test
    default void insertAll_tellsTheOutcomesInTheOrderOfTheUsers() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(steps.newUser(email("merlin")));
        List<U> users = court("arthur", "merlin", "bors", "arthur", "mordred", "kay");
        spoil(users.get(4));
        assertThat(insertAll(users)).containsExactly(INSERTED, TAKEN, INSERTED, TAKEN, REFUSED, INSERTED);
        assertThat(steps.find(email("arthur")).map(User::id))
                .contains(users.get(0).id());
        assertThat(steps.find(email("bors")).map(User::id))
                .contains(users.get(2).id());
        assertThat(steps.find(email("kay")).map(User::id)).contains(users.get(5).id());
    }

    @Test
    default void insertAll_givesATwiceNamedAddressToTheFirst() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> users = court("arthur", "arthur", "arthur");
        users.get(1).hashedPassword("another");
        assertThat(insertAll(users)).containsExactly(INSERTED, TAKEN, TAKEN);
        assertThat(steps.find(email("arthur")).map(Snapshot::of)).contains(Snapshot.of(users.get(0)));
    }

    @Test
    default void insertAll_leavesAUserWhoIsThereAlone() {
        Steps<U, ID> steps = new Steps<>(this);
        U merlin = steps.stored(steps.newUser(email("merlin")));
        List<U> users = court("merlin");
        users.get(0).hashedPassword("another");
        assertThat(insertAll(users)).containsExactly(TAKEN);
        assertThat(steps.find(email("merlin")).map(Snapshot::of)).contains(Snapshot.of(merlin));
    }

    @Test
    default void insertAll_storesEverybodyBesideARefusedUser() {
        Steps<U, ID> steps = new Steps<>(this);
        for (int refused = 0; refused < 3; refused++) {
            List<U> users = court("arthur" + refused, "merlin" + refused, "bors" + refused);
            spoil(users.get(refused));
            List<Outcome> outcomes = insertAll(users);
            for (int i = 0; i < 3; i++) {
                assertThat(outcomes.get(i)).isEqualTo(i == refused ? REFUSED : INSERTED);
                assertThat(steps.find(users.get(i).email()).isPresent()).isEqualTo(i != refused);
            }
        }
    }

    @Test
    default void insertAll_refusesEverybodyIfItMust() {
        List<U> users = court("mordred", "morgause");
        users.forEach(this::spoil);
        assertThat(insertAll(users)).containsExactly(REFUSED, REFUSED);
    }

    @Test
    default void insertAll_ofARefusedUserLeavesHerAddressFree() {
        List<U> users = court("mordred", "mordred");
        spoil(users.get(0));
        assertThat(insertAll(users)).containsExactly(REFUSED, INSERTED);
    }

    @Test
    default void insertAll_storesAThousandUsers() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> users = IntStream.range(0, 1000)
                .mapToObj(number -> steps.newUser(email("knight" + number)))
                .toList();
        assertThat(insertAll(users)).hasSize(1000).containsOnly(INSERTED);
        assertThat(users).extracting(User::id).doesNotHaveDuplicates();
        assertThat(steps.find(email("knight0"))).isPresent();
        assertThat(steps.find(email("knight999")).map(User::id))
                .contains(users.get(999).id());
    }

    @Test
    default void insertAll_doesNotStoreLaterChangesOfTheObjects() {
        Steps<U, ID> steps = new Steps<>(this);
        List<U> users = court("arthur");
        writing(() -> {
            bulkInsert().insertAll(users);
            users.get(0).superuser(true);
        });
        assertThat(steps.find(email("arthur")).orElseThrow().superuser()).isFalse();
    }

    @Test
    default void insertAll_letsExactlyOneOfManyConcurrentCallersHaveEachAddress() {
        Steps<U, ID> steps = new Steps<>(this);
        List<List<Outcome>> outcomes = Race.run(runner -> insertAll(court("arthur", "bors", "kay")));
        for (int i = 0; i < 3; i++) {
            int column = i;
            List<Outcome> ofOne = outcomes.stream().map(row -> row.get(column)).toList();
            assertThat(ofOne).containsOnly(INSERTED, TAKEN);
            assertThat(Collections.frequency(ofOne, INSERTED)).as("winners").isEqualTo(1);
        }
        assertThat(steps.find(email("kay"))).isPresent();
    }

    @Test
    default void insertAll_leavesTheTransactionUsable() {
        Steps<U, ID> steps = new Steps<>(this);
        steps.stored(steps.newUser(email("merlin")));
        List<U> users = court("arthur", "merlin", "mordred");
        spoil(users.get(2));
        if (joinsTransactions()) {
            steps.inTransaction(() -> {
                users().insert(steps.newUser(email("bors")));
                bulkInsert().insertAll(users);
                assertThat(steps.find(email("arthur"))).as("within").isPresent();
                users().insert(steps.newUser(email("kay")));
            });
            assertThat(court("arthur", "bors", "kay"))
                    .allSatisfy(user -> assertThat(steps.find(user.email())).isPresent());
        }
    }

    @Test
    default void insertAll_isUndoneByARollback() {
        Steps<U, ID> steps = new Steps<>(this);
        if (joinsTransactions()) {
            steps.undone(() -> bulkInsert().insertAll(court("arthur", "arthur", "bors")));
        }
        assertThat(steps.find(email("arthur"))).isEmpty();
        assertThat(steps.find(email("bors"))).isEmpty();
    }

    private List<Outcome> insertAll(List<U> users) {
        return joinsTransactions()
                ? transactions().inTransaction(() -> bulkInsert().insertAll(users))
                : bulkInsert().insertAll(users);
    }

    private void writing(Runnable work) {
        if (joinsTransactions()) {
            new Steps<>(this).inTransaction(work);
        } else {
            work.run();
        }
    }

    private List<U> court(String... names) {
        return Stream.of(names)
                .map(name -> new Steps<>(this).newUser(email(name)))
                .toList();
    }

    private static Email email(String name) {
        return Email.of(name + "@camelot.bt");
    }
}

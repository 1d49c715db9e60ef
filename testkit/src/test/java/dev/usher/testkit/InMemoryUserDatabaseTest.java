package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.UsersException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the doubles promise beyond the contracts. */
class InMemoryUserDatabaseTest {

    private final InMemoryTransactions transactions = new InMemoryTransactions(Duration.ofMillis(50));
    private final InMemoryUserDatabase<Knight, UUID> users = Knight.users(transactions);

    @Test
    void writesWithoutATransactionAsWell() {
        Knight arthur = Camelot.ARTHUR.insertInto(users, password -> "hash");
        arthur.verified(true);
        users.update(arthur);
        assertThat(users.findById(arthur.id()).orElseThrow().verified()).isTrue();
        assertThat(users.delete(arthur.id())).isTrue();
    }

    @Test
    void keepsTheFieldsOfTheApplication() {
        Knight arthur = Camelot.ARTHUR.fill(new Knight(), password -> "hash");
        arthur.shield = "three crowns";
        users.insert(arthur);
        arthur.shield = "changed later";
        assertThat(users.findById(arthur.id()).orElseThrow().shield).isEqualTo("three crowns");
    }

    @Test
    void refusesToWaitForeverForItsOwnCaller() {
        Knight arthur = Camelot.ARTHUR.insertInto(users, password -> "hash");
        transactions.inTransaction(Work.work(() -> {
            users.update(arthur);
            assertThatThrownBy(() -> transactions.inNewTransaction(() -> users.delete(arthur.id())))
                    .isInstanceOf(UsersException.class)
                    .hasMessage("SERVICE_UNAVAILABLE");
        }));
        assertThat(users.findById(arthur.id())).isPresent();
    }
}

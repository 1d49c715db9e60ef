package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.usher.User;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CamelotTest {

    private final InMemoryUserDatabase<Knight, UUID> users = Knight.users(new InMemoryTransactions());

    @Test
    void differsInWhatMatters() {
        Camelot.insertAll(users, password -> "hash of " + password);
        assertThat(find(Camelot.ARTHUR)).matches(User::active).matches(knight -> !knight.verified());
        assertThat(find(Camelot.PERCIVAL)).matches(knight -> !knight.active());
        assertThat(find(Camelot.LADY_OF_THE_LAKE)).matches(User::verified).matches(knight -> !knight.superuser());
        assertThat(find(Camelot.MERLIN)).matches(User::superuser).matches(User::active);
        assertThat(find(Camelot.MERLIN).hashedPassword()).isEqualTo("hash of viviane");
    }

    @Test
    void insertsAPersonOnce() {
        Knight arthur = Camelot.ARTHUR.insertInto(users, password -> "hash");
        assertThat(find(Camelot.ARTHUR).id()).isEqualTo(arthur.id());
        assertThatIllegalStateException().isThrownBy(() -> Camelot.ARTHUR.insertInto(users, password -> "hash"));
    }

    private Knight find(Camelot person) {
        return users.findByEmail(person.email()).orElseThrow();
    }
}

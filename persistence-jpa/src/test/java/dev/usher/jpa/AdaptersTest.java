package dev.usher.jpa;

import static dev.usher.jpa.Engine.POSTGRESQL;
import static dev.usher.jpa.Engine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.usher.testkit.Camelot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@link AdaptersOnUnit} on both engines, and what is peculiar to one kind of users. */
class AdaptersTest {

    abstract static class Members extends AdaptersOnUnit<Member, UUID> {

        Members(Engine engine) {
            super(engine, Kind.MEMBERS);
        }

        @Test
        void keepTheirOwnFields() {
            Member arthur = user("arthur");
            arthur.firstName = "Größe 😀";
            arthur.seat = 1;
            arthur.tournament = DayOfWeek.FRIDAY;
            arthur.knightedAt = Instant.parse("2026-10-25T00:30:00.001Z");
            arthur.settings = Map.of("theme", "dark", "motto", "rex quondam");

            users.insert(arthur);

            assertThat(found("arthur")).usingRecursiveComparison().isEqualTo(arthur);
            arthur.firstName = null;
            arthur.tournament = null;
            arthur.knightedAt = null;
            arthur.settings = null;
            users.update(arthur);
            assertThat(found("arthur")).usingRecursiveComparison().isEqualTo(arthur);
        }

        @Test
        void lieInTheTableAsTheJdbcAdapterPutsThem() {
            Member arthur = stored("arthur");
            unit.execute("DELETE FROM users WHERE CAST(id AS text) <> '" + arthur.id() + "'");
            if (hasOneWriter()) {
                unit.execute("DELETE FROM users WHERE created_at <> " + Camelot.FOUNDED.toEpochMilli());
            }

            assertThat(found("arthur")).isNotNull();
        }

        @Test
        void haveNoIdBeforeTheyAreInserted() {
            assertThatIllegalStateException().isThrownBy(users.newUser()::id);
            assertThat(users.newUser()).hasToString("Member[null]");
        }
    }

    abstract static class Players extends AdaptersOnUnit<Player, Long> {

        Players(Engine engine) {
            super(engine, Kind.PLAYERS);
        }

        @Test
        void neverGetTheIdOfAnother() {
            Player mordred = stored("mordred");
            users.delete(mordred.id());

            assertThat(stored("galahad").id()).isGreaterThan(mordred.id());
        }
    }

    abstract static class Citizens extends AdaptersOnUnit<Citizen, String> {

        Citizens(Engine engine) {
            super(engine, Kind.CITIZENS);
        }

        @Test
        void needAnIdThatCanBeLookedFor() {
            for (String impossible : new String[] {"", "a\0", "\uD800", "x".repeat(256)}) {
                Citizen arthur = user("arthur");
                arthur.name = impossible;

                assertThatIllegalArgumentException().isThrownBy(() -> users.insert(arthur));
                assertThat(users.findById(impossible)).isEmpty();
                assertThat(users.delete(impossible)).isFalse();
                assertThat(revoked.findUser(impossible, "t")).isEmpty();
            }
        }

        @Test
        @SuppressWarnings("NullAway") // an application's entity may forget it
        void needAnIdAtAll() {
            Citizen arthur = user("arthur");
            arthur.name = null;

            assertThatIllegalStateException()
                    .isThrownBy(() -> users.insert(arthur))
                    .withMessageContaining("before the insert");
        }
    }

    @Nested
    class MembersOnSqlite extends Members {
        MembersOnSqlite() {
            super(SQLITE);
        }
    }

    @Nested
    class MembersOnPostgres extends Members {
        MembersOnPostgres() {
            super(POSTGRESQL);
        }
    }

    @Nested
    class PlayersOnSqlite extends Players {
        PlayersOnSqlite() {
            super(SQLITE);
        }
    }

    @Nested
    class PlayersOnPostgres extends Players {
        PlayersOnPostgres() {
            super(POSTGRESQL);
        }
    }

    @Nested
    class CitizensOnSqlite extends Citizens {
        CitizensOnSqlite() {
            super(SQLITE);
        }
    }

    @Nested
    class CitizensOnPostgres extends Citizens {
        CitizensOnPostgres() {
            super(POSTGRESQL);
        }
    }
}

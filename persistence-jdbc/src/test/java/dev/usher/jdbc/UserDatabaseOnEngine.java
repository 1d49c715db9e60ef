package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.IdType;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold for users on every engine with every type of id. */
abstract class UserDatabaseOnEngine<ID> {

    final UserTable<Knight<ID>, ID> table;
    private final Engine engine;
    HikariDataSource pool;
    JdbcTransactions transactions;
    JdbcUserDatabase<Knight<ID>, ID> users;

    UserDatabaseOnEngine(Engine engine, IdType<ID> idType) {
        this.engine = engine;
        this.table = Knight.table("my \"users\"; --", idType)
                .rename(BaseColumn.ID, "number ?")
                .rename(BaseColumn.EMAIL, "e \"mail\" %s")
                .rename(BaseColumn.IS_ACTIVE, "select");
        this.pool = engine.pool(4);
        this.transactions = new JdbcTransactions(pool);
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    /** A new user, with an id if the application has to make it. */
    abstract Knight<ID> knight(String name);

    /** An id that no inserted user has. */
    abstract ID strangeId();

    @BeforeEach
    void createTables() {
        table.createTables(pool);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    Knight<ID> stored(String name) {
        Knight<ID> knight = knight(name);
        assertThat(users.insert(knight)).isTrue();
        return knight;
    }

    Knight<ID> found(String name) {
        return users.findByEmail(Email.of(name + "@camelot.bt")).orElseThrow();
    }

    void execute(String sql) {
        transactions.withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Nested
    class Insert {

        @Test
        void storesEveryProperty() {
            Knight<ID> arthur = knight("arthur");
            arthur.superuser(true);
            arthur.verified(true);
            arthur.motto("Größe 😀");
            arthur.seat(1);
            arthur.tournament(DayOfWeek.FRIDAY);

            assertThat(users.insert(arthur)).isTrue();

            assertThat(users.findById(arthur.id()).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(arthur);
        }

        @Test
        void storesAbsentValues() {
            Knight<ID> percival = knight("percival");
            percival.active(false);

            assertThat(users.insert(percival)).isTrue();

            assertThat(found("percival")).usingRecursiveComparison().isEqualTo(percival);
        }

        @Test
        void keepsAnIdThatIsGiven() {
            Knight<ID> arthur = knight("arthur");
            arthur.id(strangeId());

            assertThat(users.insert(arthur)).isTrue();

            assertThat(arthur.id()).isEqualTo(strangeId());
            assertThat(users.findById(strangeId())).isPresent();
        }

        @Test
        void refusesATakenAddressAndLeavesTheTransactionUsable() {
            stored("arthur");

            boolean inserted = transactions.inTransaction(() -> {
                boolean again = users.insert(knight("arthur"));
                stored("merlin");
                return again;
            });

            assertThat(inserted).isFalse();
            assertThat(found("merlin").seat()).isZero();
        }

        @Test
        void refusesATakenId() {
            Knight<ID> arthur = stored("arthur");
            Knight<ID> mordred = knight("mordred");
            mordred.id(arthur.id());

            assertThat(users.insert(mordred)).isFalse();
            assertThat(users.findByEmail(mordred.email())).isEmpty();
        }

        @Test
        void refusesWhatIsTakenInAUniqueColumnOfTheApplication() {
            execute("CREATE UNIQUE INDEX one_a_seat ON \"my \"\"users\"\"; --\" (seat)");
            stored("arthur");

            assertThat(users.insert(knight("mordred"))).isFalse();
        }

        @Test
        void givesNoIdWhereItRefuses() {
            stored("arthur");
            Knight<ID> again = knight("arthur");
            boolean hadId = again.hasId();

            assertThat(users.insert(again)).isFalse();

            assertThat(again.hasId()).isEqualTo(hadId);
        }

        @Test
        void refusesTextThatNoEngineKeeps() {
            Knight<ID> arthur = knight("arthur");
            arthur.motto("excali\0bur");

            assertThatIllegalArgumentException().isThrownBy(() -> users.insert(arthur));
        }

        @Test
        void letsOneOfManySpellingsOfAnAddressWin() throws Exception {
            List<Boolean> inserted = AtOnce.run(32, i -> {
                Knight<ID> arthur = knight("arthur");
                arthur.email(Email.of(i % 2 == 0 ? "ARTHUR@camelot.bt" : " Arthur@CAMELOT.bt"));
                return () -> users.insert(arthur);
            });

            assertThat(Collections.frequency(inserted, true)).isEqualTo(1);
        }

        @Test
        void letsOneOfManyTransactionsWin() throws Exception {
            List<Boolean> inserted = AtOnce.run(8, i -> {
                Knight<ID> arthur = knight("arthur");
                return () -> transactions.inTransaction(() -> users.insert(arthur));
            });

            assertThat(Collections.frequency(inserted, true)).isEqualTo(1);
        }
    }

    @Nested
    class Update {

        @Test
        void storesEveryPropertyAndRaisesTheRowVersion() {
            Knight<ID> arthur = stored("arthur");
            arthur.email(Email.of("king@camelot.bt"));
            arthur.hashedPassword("$2b$12$new");
            arthur.active(false);
            arthur.superuser(true);
            arthur.verified(true);
            arthur.tokenVersion(8);
            arthur.updatedAt(Instant.parse("2026-11-21T00:00:00.999Z"));
            arthur.motto("rex quondam");
            arthur.tournament(DayOfWeek.MONDAY);

            assertThat(users.update(arthur)).isEqualTo(UpdateOutcome.UPDATED);

            assertThat(arthur.rowVersion()).isEqualTo(1);
            assertThat(found("king")).usingRecursiveComparison().isEqualTo(arthur);
            assertThat(users.update(arthur)).isEqualTo(UpdateOutcome.UPDATED);
            assertThat(found("king").rowVersion()).isEqualTo(2);
        }

        @Test
        void isStaleIfTheRowWasChanged() {
            Knight<ID> arthur = stored("arthur");
            Knight<ID> older = found("arthur");
            users.update(arthur);

            older.motto("too late");
            assertThat(users.update(older)).isEqualTo(UpdateOutcome.STALE);

            assertThat(older.rowVersion()).isZero();
            assertThat(found("arthur").motto()).isNull();
        }

        @Test
        void isStaleIfTheRowIsGone() {
            Knight<ID> arthur = stored("arthur");
            users.delete(arthur.id());

            assertThat(users.update(arthur)).isEqualTo(UpdateOutcome.STALE);
        }

        @Test
        void refusesATakenAddressAndLeavesTheTransactionUsable() {
            stored("arthur");
            Knight<ID> mordred = stored("mordred");

            UpdateOutcome outcome = transactions.inTransaction(() -> {
                mordred.email(Email.of("arthur@camelot.bt"));
                UpdateOutcome refused = users.update(mordred);
                stored("merlin");
                return refused;
            });

            assertThat(outcome).isEqualTo(UpdateOutcome.EMAIL_TAKEN);
            assertThat(mordred.rowVersion()).isZero();
            assertThat(found("mordred").rowVersion()).isZero();
            assertThat(users.findByEmail(Email.of("merlin@camelot.bt"))).isPresent();
        }

        @Test
        void letsOneOfManyWin() throws Exception {
            ID id = stored("arthur").id();

            List<UpdateOutcome> outcomes = AtOnce.run(16, i -> {
                Knight<ID> mine = users.findById(id).orElseThrow();
                mine.seat(i);
                return () -> users.update(mine);
            });

            assertThat(Collections.frequency(outcomes, UpdateOutcome.UPDATED)).isEqualTo(1);
            assertThat(found("arthur").rowVersion()).isEqualTo(1);
            assertThat(found("arthur").seat()).isEqualTo(outcomes.indexOf(UpdateOutcome.UPDATED));
        }

        @Test
        void letsOneOfManyTransactionsWinEachRound() throws Exception {
            ID id = stored("arthur").id();

            AtOnce.run(8, i -> () -> {
                UpdateOutcome outcome = UpdateOutcome.STALE;
                while (outcome == UpdateOutcome.STALE) {
                    outcome = transactions.inTransaction(() -> {
                        Knight<ID> mine = users.findById(id).orElseThrow();
                        mine.seat(mine.seat() + 1);
                        return users.update(mine);
                    });
                }
                return outcome;
            });

            assertThat(found("arthur").seat()).isEqualTo(8);
        }
    }

    @Nested
    class Delete {

        @Test
        void tellsWhetherThereWasSuchAUser() {
            Knight<ID> arthur = stored("arthur");

            assertThat(users.delete(arthur.id())).isTrue();
            assertThat(users.delete(arthur.id())).isFalse();
            assertThat(users.findById(arthur.id())).isEmpty();
        }

        @Test
        void freesTheAddressButNotTheId() {
            Knight<ID> arthur = stored("arthur");
            users.delete(arthur.id());

            Knight<ID> next = stored("arthur");

            assertThat(next).isNotSameAs(arthur);
            if (!(next.id() instanceof String)) {
                assertThat(next.id()).isNotEqualTo(arthur.id());
            }
        }
    }

    @Nested
    class Find {

        @Test
        void isEmptyWhereThereIsNobody() {
            assertThat(users.findById(strangeId())).isEmpty();
            assertThat(users.findByEmail(Email.of("nobody@camelot.bt"))).isEmpty();
        }

        @Test
        void isEmptyForTextThatNoEngineKeeps() {
            stored("arthur");

            assertThat(users.findByEmail(Email.fromStorage("arthur\0@camelot.bt")))
                    .isEmpty();
            assertThat(users.findByEmail(Email.fromStorage("arthur\uD800@camelot.bt")))
                    .isEmpty();
        }

        @Test
        void takesAnAddressAsTextAndNotAsSql() {
            stored("arthur");

            assertThat(users.findByEmail(Email.fromStorage("' OR '1'='1"))).isEmpty();
            assertThat(users.findByEmail(Email.fromStorage("%"))).isEmpty();
        }
    }

    @Nested
    class OnAMissingColumn {

        @Test
        void failsInsteadOfReadingTheNameOfTheColumn() {
            stored("arthur");
            UserTable<Knight<ID>, ID> wider =
                    table.column("shield", ColumnType.text().nullable(), Knight::motto, Knight::motto);
            JdbcUserDatabase<Knight<ID>, ID> ahead = new JdbcUserDatabase<>(transactions, wider);

            assertThatThrownBy(() -> ahead.findByEmail(Email.of("arthur@camelot.bt")))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Nested
    class WithAPoolOfOne {

        @Test
        void everythingWorks() {
            try (HikariDataSource one = engine.pool(1)) {
                JdbcTransactions alone = new JdbcTransactions(one);
                JdbcUserDatabase<Knight<ID>, ID> hermits = new JdbcUserDatabase<>(alone, table);

                String motto = alone.inTransaction(() -> {
                    Knight<ID> bors = knight("bors");
                    assertThat(hermits.insert(bors)).isTrue();
                    bors.motto("alone");
                    assertThat(alone.inTransaction(() -> hermits.update(bors))).isEqualTo(UpdateOutcome.UPDATED);
                    return String.valueOf(
                            hermits.findById(bors.id()).orElseThrow().motto());
                });

                assertThat(motto).isEqualTo("alone");
                assertThat(hermits.findByEmail(Email.of("bors@camelot.bt"))).isPresent();
            }
        }
    }
}

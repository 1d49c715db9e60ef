package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.UpdateOutcome;
import dev.usher.UsersException;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.IdType;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold for users on every engine with every type of id, besides the contracts. */
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
    class Find {

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
    class OnAReadOnlyConnection {

        @Test
        void readsAndRefusesToWriteAsAnOutage() {
            Knight<ID> arthur = stored("arthur");
            try (HikariDataSource standby = engine.readOnlyPool()) {
                JdbcTransactions readOnly = new JdbcTransactions(standby);
                JdbcUserDatabase<Knight<ID>, ID> readers = new JdbcUserDatabase<>(readOnly, table);

                assertThat(readers.findById(arthur.id())).isPresent();
                arthur.motto("changed");
                assertUnavailable(() -> readOnly.inTransaction(() -> readers.insert(knight("bors"))));
                assertUnavailable(() -> readOnly.inTransaction(() -> readers.update(arthur)));
                assertUnavailable(() -> readOnly.inTransaction(() -> readers.delete(arthur.id())));
                assertThat(readers.findById(arthur.id())).map(Knight::motto).isEmpty();
            }
            assertThat(users.findByEmail(Email.of("bors@camelot.bt"))).isEmpty();
            assertThat(users.update(arthur)).isEqualTo(UpdateOutcome.UPDATED);
        }

        private void assertUnavailable(ThrowingCallable write) {
            assertThatThrownBy(write).isInstanceOfSatisfying(UsersException.class, refusal -> assertThat(refusal.code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
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

package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.BaseUser;
import dev.usher.Email;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.password.Argon2Hasher;
import dev.usher.password.Argon2Parameters;
import dev.usher.password.BcryptHasher;
import dev.usher.password.Passwords;
import dev.usher.schema.Adoption;
import dev.usher.schema.AdoptionPlan;
import dev.usher.schema.AdoptionRefusedException;
import dev.usher.schema.BatchMigration.Progress;
import dev.usher.schema.Difference;
import dev.usher.schema.IdType;
import dev.usher.schema.Schema;
import dev.usher.testkit.MutableClock;
import dev.usher.testkit.RecordingUserEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database as FastAPI Users' SQLAlchemy adapter makes it, adopted, and logged into with the old passwords. */
class AdoptionTest {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    private static final String PASSWORD = "excalibur!";
    /** Cost 12 and 64 MiB, as pwdlib's and passlib's defaults are. */
    private static final String BCRYPT = new BcryptHasher(12).hash(PASSWORD).replaceFirst("^\\$2a\\$", "\\$2b\\$");

    private static final String ARGON2 = new Argon2Hasher(new Argon2Parameters(65_536, 3, 4)).hash(PASSWORD);

    private static final String ARTHUR = "0e8400e2-9b41-4d4a-a716-446655440001";
    private static final String PERCIVAL = "0e8400e2-9b41-4d4a-a716-446655440002";

    /** A user without fields of her own. */
    private static final class Member extends BaseUser<UUID> {}

    /** What holds on every engine. */
    abstract static class Adopt {

        private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

        final UserTable<Member, UUID> table = UserTable.of("user", IdType.UUID, Member::new);
        final HikariDataSource pool;
        final MutableClock clock = MutableClock.at(NOW);
        final Adoption adoption = Adoption.of(table.schema()).at(clock);

        Adopt(Engine engine, String... ddl) {
            this.pool = engine.pool(3);
            execute(ddl);
        }

        @AfterEach
        void close() {
            pool.close();
        }

        final void execute(String... statements) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        final List<String> rows(String sql) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        final void user(String id, String email, String hash) {
            String sql = "INSERT INTO \"user\" (id, email, hashed_password, is_active, is_superuser, is_verified)"
                    + " VALUES ('" + id + "', ?, ?, true, false, true)";
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, email);
                statement.setString(2, hash);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        final void account(String id, String user, String accountId) {
            execute("INSERT INTO oauth_account (id, user_id, oauth_name, access_token, expires_at, account_id,"
                    + " account_email) VALUES ('" + id + "', '" + user + "', 'google', 'ya29', 1763640000, '"
                    + accountId + "', 'arthur@camelot.bt')");
        }

        final void camelot() {
            user(ARTHUR, "Arthur@Camelot.bt", BCRYPT);
            user(PERCIVAL, "percival@camelot.bt", ARGON2);
            account("0e8400e2-9b41-4d4a-a716-446655440011", ARTHUR, "g-1");
            execute("INSERT INTO accesstoken (token, created_at, user_id) VALUES ('old', '2026-11-20 11:00:00', '"
                    + ARTHUR + "')");
        }

        UserManager<Member, UUID> manager() {
            JdbcTransactions transactions = new JdbcTransactions(pool);
            UsherConfig config = UsherConfig.from(Map.of("usher.secret", "a secret of thirty-two bytes, or more"));
            Passwords passwords = Passwords.of(config.passwords(), config.secret());
            return new UserManager<>(
                    new JdbcUserDatabase<>(transactions, table),
                    new UserServices(config, passwords, transactions, new RecordingUserEvents(), clock));
        }

        @Test
        void endsWithTablesAsUsherWantsThem() {
            camelot();

            AdoptionPlan plan = adoption.adopt(pool, Progress.NONE);

            assertThat(plan.emailsToChange()).isEqualTo(1);
            assertThat(plan.differences())
                    .extracting(Difference::kind)
                    .contains(Difference.Kind.MISSING_TABLE, Difference.Kind.MISSING_COLUMN);
            assertThat(Schema.validate(pool, table.schema())).isEmpty();
            assertThat(adoption.plan(pool).isAdopted()).isTrue();
            assertThat(rows("SELECT email FROM \"user\" ORDER BY email"))
                    .containsExactly("arthur@camelot.bt", "percival@camelot.bt");
            assertThat(rows("SELECT account_id FROM oauth_account")).containsExactly("g-1");
            assertThat(rows("SELECT token FROM accesstoken")).containsExactly("old");
        }

        @Test
        void letsUsersLogInWithTheirOldPasswordsAndUpgradesTheHashes() {
            camelot();
            adoption.adopt(pool, Progress.NONE);
            UserManager<Member, UUID> members = manager();

            for (String email : List.of("ARTHUR@camelot.bt", "percival@camelot.bt")) {
                assertThat(members.authenticate(email, "wrong password")).isEmpty();
                Member member = members.authenticate(email, PASSWORD).orElseThrow();
                assertThat(member.tokenVersion()).isZero();
                assertThat(member.createdAt()).isEqualTo(NOW);
                assertThat(members.authenticate(email, PASSWORD)).isPresent();
            }
            assertThat(rows("SELECT hashed_password FROM \"user\""))
                    .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        }

        @Test
        void letsNewUsersRegister() {
            camelot();
            adoption.adopt(pool, Progress.NONE);

            manager().register(Email.of("galahad@camelot.bt"), "a long password", galahad -> {});

            assertThat(rows("SELECT email FROM \"user\"")).contains("galahad@camelot.bt");
        }

        @Test
        void canBeMigratedAfterwards() {
            camelot();
            adoption.adopt(pool, Progress.NONE);

            assertThat(Schema.migrate(pool, table.schema())).isEqualTo(1);
            assertThat(Schema.validate(pool, table.schema())).isEmpty();
        }

        @Test
        void reportsUsersOfOneAddressAndChangesNothing() {
            camelot();
            user("0e8400e2-9b41-4d4a-a716-446655440003", "arthur@camelot.BT", BCRYPT);

            assertThatExceptionOfType(AdoptionRefusedException.class)
                    .isThrownBy(() -> adoption.adopt(pool, Progress.NONE))
                    .withMessageContaining("arthur@camelot.bt: " + ARTHUR + ", 0e8400e2-9b41-4d4a-a716-446655440003")
                    .satisfies(e -> assertThat(e.plan().isRefused()).isTrue());

            assertThat(rows("SELECT email FROM \"user\"")).contains("Arthur@Camelot.bt");
            assertThat(Schema.validate(pool, table.schema()))
                    .extracting(Difference::kind)
                    .contains(Difference.Kind.MISSING_TABLE);

            execute("DELETE FROM \"user\" WHERE email = 'arthur@camelot.BT'");
            assertThat(adoption.adopt(pool, Progress.NONE).isRefused()).isFalse();
        }

        @Test
        void reportsAccountsThatAreLinkedTwice() {
            camelot();
            account("0e8400e2-9b41-4d4a-a716-446655440012", PERCIVAL, "g-1");

            assertThatExceptionOfType(AdoptionRefusedException.class)
                    .isThrownBy(() -> adoption.adopt(pool, Progress.NONE))
                    .withMessageContaining("google g-1: " + ARTHUR + ", " + PERCIVAL);
        }

        @Test
        void reportsAddressesThatUsherRefusesAndKeepsThem() {
            camelot();
            user("0e8400e2-9b41-4d4a-a716-446655440004", "Lancelot@localhost", BCRYPT);

            AdoptionPlan plan = adoption.adopt(pool, Progress.NONE);

            assertThat(plan.refusedEmails()).containsExactly("0e8400e2-9b41-4d4a-a716-446655440004");
            assertThat(plan.toString()).contains("kept as they are").contains("446655440004");
            assertThat(rows("SELECT email FROM \"user\"")).contains("Lancelot@localhost");
        }

        @Test
        void tellsItsProgress() {
            camelot();
            List<String> told = new ArrayList<>();

            adoption.adopt(pool, (done, total) -> told.add(done + "/" + total));

            assertThat(told).containsExactly("2/2");
        }

        @Test
        void goesOnWhereItWasInterruptedAndFindsWhatChangedSince() {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 1200; i++) {
                ids.add(new UUID(i, i).toString());
            }
            users(ids);

            assertThatIllegalStateException()
                    .isThrownBy(() -> adoption.adopt(pool, (done, total) -> {
                        throw new IllegalStateException("pulled the plug");
                    }));
            assertThat(adoption.plan(pool).emailsToChange()).isEqualTo(700);
            execute("UPDATE \"user\" SET email = 'Knight-0@Avalon.bt' WHERE id = '" + ids.get(0) + "'");
            List<Long> told = new ArrayList<>();
            adoption.adopt(pool, (done, total) -> told.add(done));

            assertThat(told).containsExactly(1000L, 1200L, 500L, 1000L, 1200L);
            assertThat(rows("SELECT email FROM \"user\"")).hasSize(1200).noneMatch(email -> email.contains("K"));
        }

        private void users(List<String> ids) {
            String sql = "INSERT INTO \"user\" (id, email, hashed_password, is_active, is_superuser, is_verified)"
                    + " VALUES (CAST(? AS " + idType() + "), ?, '!', true, false, true)";
            try (Connection connection = pool.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                connection.setAutoCommit(false);
                for (int i = 0; i < ids.size(); i++) {
                    statement.setString(1, ids.get(i));
                    statement.setString(2, "Knight-" + i + "@camelot.bt");
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        abstract String idType();

        @Test
        void goesOnAfterItFailedWithNothingHalfDone() {
            camelot();
            execute("CREATE VIEW access_token AS SELECT 1 AS digest");

            assertThatThrownBy(() -> adoption.adopt(pool, Progress.NONE)).isInstanceOf(RuntimeException.class);

            assertThat(Schema.validate(pool, table.schema()))
                    .filteredOn(each -> each.table().name().equals("user"))
                    .extracting(Difference::kind)
                    .contains(Difference.Kind.MISSING_COLUMN);
            execute("DROP VIEW access_token");
            adoption.adopt(pool, Progress.NONE);
            assertThat(adoption.plan(pool).isAdopted()).isTrue();
        }

        @Test
        void refusesADatabaseWithoutUsers() {
            UserTable<Member, UUID> elsewhere = UserTable.of("nobody", IdType.UUID, Member::new);

            assertThatIllegalStateException()
                    .isThrownBy(() -> Adoption.of(elsewhere.schema()).plan(pool))
                    .withMessageContaining("nobody");
        }
    }

    @Nested
    class OnPostgres extends Adopt {

        OnPostgres() {
            super(
                    Engine.postgres(),
                    """
                    CREATE TABLE "user" (
                        id UUID NOT NULL,
                        email VARCHAR(320) NOT NULL,
                        hashed_password VARCHAR(1024) NOT NULL,
                        is_active BOOLEAN NOT NULL,
                        is_superuser BOOLEAN NOT NULL,
                        is_verified BOOLEAN NOT NULL,
                        PRIMARY KEY (id)
                    )""",
                    "CREATE UNIQUE INDEX ix_user_email ON \"user\" (email)",
                    """
                    CREATE TABLE oauth_account (
                        id UUID NOT NULL,
                        user_id UUID NOT NULL,
                        oauth_name VARCHAR(100) NOT NULL,
                        access_token VARCHAR(1024) NOT NULL,
                        expires_at INTEGER,
                        refresh_token VARCHAR(1024),
                        account_id VARCHAR(320) NOT NULL,
                        account_email VARCHAR(320) NOT NULL,
                        PRIMARY KEY (id),
                        FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE cascade
                    )""",
                    "CREATE INDEX ix_oauth_account_account_id ON oauth_account (account_id)",
                    """
                    CREATE TABLE accesstoken (
                        token VARCHAR(43) NOT NULL,
                        created_at TIMESTAMP WITH TIME ZONE NOT NULL,
                        user_id UUID NOT NULL,
                        PRIMARY KEY (token),
                        FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE cascade
                    )""");
        }

        @Override
        String idType() {
            return "uuid";
        }

        @Test
        void widensTheTokensOfProviders() {
            camelot();
            adoption.adopt(pool, Progress.NONE);

            execute("UPDATE oauth_account SET access_token = repeat('x', 5000), expires_at = 4102444800");

            assertThat(rows("SELECT expires_at FROM oauth_account")).containsExactly("4102444800");
        }

        @Test
        void leavesNoDefaultsBehind() {
            camelot();
            adoption.adopt(pool, Progress.NONE);

            assertThat(rows("SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                            + " AND column_default IS NOT NULL"))
                    .isEmpty();
        }
    }

    @Nested
    class OnSqlite extends Adopt {

        OnSqlite(@TempDir Path folder) {
            super(
                    Engine.sqlite(folder),
                    """
                    CREATE TABLE user (
                        id CHAR(36) NOT NULL,
                        email VARCHAR(320) NOT NULL,
                        hashed_password VARCHAR(1024) NOT NULL,
                        is_active BOOLEAN NOT NULL,
                        is_superuser BOOLEAN NOT NULL,
                        is_verified BOOLEAN NOT NULL,
                        PRIMARY KEY (id)
                    )""",
                    "CREATE UNIQUE INDEX ix_user_email ON user (email)",
                    """
                    CREATE TABLE oauth_account (
                        id CHAR(36) NOT NULL,
                        user_id CHAR(36) NOT NULL,
                        oauth_name VARCHAR(100) NOT NULL,
                        access_token VARCHAR(1024) NOT NULL,
                        expires_at INTEGER,
                        refresh_token VARCHAR(1024),
                        account_id VARCHAR(320) NOT NULL,
                        account_email VARCHAR(320) NOT NULL,
                        PRIMARY KEY (id),
                        FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE cascade
                    )""",
                    "CREATE INDEX ix_oauth_account_account_id ON oauth_account (account_id)",
                    """
                    CREATE TABLE accesstoken (
                        token VARCHAR(43) NOT NULL,
                        created_at TIMESTAMP NOT NULL,
                        user_id CHAR(36) NOT NULL,
                        PRIMARY KEY (token),
                        FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE cascade
                    )""");
        }

        @Override
        String idType() {
            return "char(36)";
        }

        @Test
        void reportsIdsThatUsherWouldNotFind() {
            camelot();
            user("0e8400e29b414d4aa716446655440005", "gawain@camelot.bt", BCRYPT);
            user("0E8400E2-9B41-4D4A-A716-446655440006", "bors@camelot.bt", BCRYPT);

            assertThatExceptionOfType(AdoptionRefusedException.class)
                    .isThrownBy(() -> adoption.adopt(pool, Progress.NONE))
                    .satisfies(e -> assertThat(e.plan().strangeIds())
                            .containsExactlyInAnyOrder(
                                    "0e8400e29b414d4aa716446655440005", "0E8400E2-9B41-4D4A-A716-446655440006"));
        }

        @Test
        void deletesAccountsWhoseUserIsGone() {
            camelot();
            execute(
                    "PRAGMA foreign_keys = OFF",
                    "DELETE FROM user WHERE id = '" + ARTHUR + "'",
                    "PRAGMA foreign_keys = ON");

            adoption.adopt(pool, Progress.NONE);

            assertThat(rows("SELECT account_id FROM oauth_account")).isEmpty();
        }

        @Test
        void addsColumnsWithoutRebuildingAnything() {
            camelot();

            assertThat(adoption.plan(pool).differences())
                    .noneMatch(difference -> difference.repair().rebuild());
        }
    }

    /** FastAPI Users allows ids of one's own choice, and SQLAlchemy makes integer ones without AUTOINCREMENT. */
    @Nested
    class WithNumbersOnSqlite {

        @Test
        void rebuildsTheTablesSoThatNoIdIsGivenOutAgain(@TempDir Path folder) throws SQLException {
            UserTable<Player, Long> table = UserTable.of("user", IdType.LONG, Player::new);
            try (HikariDataSource pool = Engine.sqlite(folder).pool(1);
                    Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TABLE user (id INTEGER NOT NULL, email VARCHAR(320) NOT NULL,
                            hashed_password VARCHAR(1024) NOT NULL, is_active BOOLEAN NOT NULL,
                            is_superuser BOOLEAN NOT NULL, is_verified BOOLEAN NOT NULL, PRIMARY KEY (id))""");
                statement.execute("CREATE UNIQUE INDEX ix_user_email ON user (email)");
                statement.execute("CREATE TABLE oath (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES user (id)"
                        + " ON DELETE CASCADE)");
                statement.execute("INSERT INTO user VALUES (7, 'Arthur@camelot.bt', 'x', 1, 0, 0)");
                statement.execute("INSERT INTO oath VALUES (1, 7)");
            }
            try (HikariDataSource pool = Engine.sqlite(folder).pool(1)) {
                Adoption.of(table.schema()).adopt(pool, Progress.NONE);

                assertThat(Schema.validate(pool, table.schema())).isEmpty();
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT u.email || (SELECT count(*) FROM oath)"
                                + " || (SELECT foreign_keys FROM pragma_foreign_keys) FROM user u")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("arthur@camelot.bt11");
                }
            }
        }
    }

    private static final class Player extends BaseUser<Long> {}
}

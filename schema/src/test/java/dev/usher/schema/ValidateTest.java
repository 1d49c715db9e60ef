package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.usher.schema.Difference.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValidateTest {

    private static final UserSchema MEMBERS = UserSchema.of("member", IdType.LONG)
            .column(Column.plain("motto", ColumnType.text(100)))
            .column(Column.plain("knighted_at", ColumnType.instant().nullable()));

    private static Arguments fault(Kind kind, String... sql) {
        return Arguments.of(kind, List.of(sql));
    }

    private static void execute(DataSource dataSource, List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String statement : statements) {
                Dialect.execute(connection, statement);
            }
        }
    }

    private static String single(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** Runs what each difference prints, one after the other, until none is left. */
    private static void mend(DataSource dataSource, UserSchema schema) throws SQLException {
        for (int round = 0; round < 20; round++) {
            List<Difference> left = Schema.validate(dataSource, schema);
            if (left.isEmpty()) {
                return;
            }
            execute(dataSource, left.get(0).repair().standalone());
        }
        assertThat(Schema.validate(dataSource, schema)).isEmpty();
    }

    /** What holds on every engine. */
    abstract static class Validate {

        static final String ARTHUR = "INSERT INTO member (email, hashed_password, is_active, is_superuser, is_verified,"
                + " token_version, row_version, created_at, updated_at, motto) VALUES ('arthur@camelot.bt', 'x', true,"
                + " false, false, 1, 0, '2026-11-20 12:00:00', '2026-11-20 12:00:00', 'Excalibur')";
        static final String ACCOUNT = "INSERT INTO oauth_account (user_id, oauth_name, account_id, account_email,"
                + " access_token) VALUES (1, 'avalon', 'a', 'a@camelot.bt', 't')";

        abstract DataSource dataSource();

        @Test
        void findsNothingWrongWithWhatCreateMakes() {
            assertCreatedRightly("by_uuid", IdType.UUID);
            assertCreatedRightly("my \"numbers\"; --", IdType.LONG);
            assertCreatedRightly("By_Name", IdType.STRING);
        }

        private void assertCreatedRightly(String name, IdType<?> idType) {
            UserSchema schema = UserSchema.of(name, idType)
                    .rename(UserSchema.TokenTable.OAUTH_ACCOUNT, name + " account")
                    .rename(UserSchema.TokenTable.ACCESS_TOKEN, name + " token");
            Schema.create(dataSource(), schema);

            assertThat(Schema.validate(dataSource(), schema)).isEmpty();
        }

        @Test
        void listsEveryTableOfAnEmptyDatabase() throws SQLException {
            assertThat(Schema.validate(dataSource(), MEMBERS))
                    .extracting(Difference::kind)
                    .containsOnly(Kind.MISSING_TABLE)
                    .hasSize(4);

            mend(dataSource(), MEMBERS);
        }

        void mendsOnly(Kind kind, List<String> fault) throws SQLException {
            Schema.create(dataSource(), MEMBERS);
            execute(dataSource(), List.of(ARTHUR, ACCOUNT));
            execute(dataSource(), fault);

            List<Difference> differences = Schema.validate(dataSource(), MEMBERS);

            assertThat(differences).extracting(Difference::kind).contains(kind);
            mend(dataSource(), MEMBERS);
            assertThat(single(dataSource(), "SELECT count(*) FROM member")).isEqualTo("1");
            assertThat(single(dataSource(), "SELECT count(*) FROM oauth_account"))
                    .isEqualTo("1");
        }

        @Test
        void fillsNewColumnsOfEveryTypeInRowsThatAreThere() throws SQLException {
            List<ColumnType<?>> types = List.of(
                    ColumnType.text(),
                    ColumnType.bool(),
                    ColumnType.integer(),
                    ColumnType.bigint(),
                    ColumnType.instant(),
                    ColumnType.uuid(),
                    ColumnType.json(),
                    ColumnType.decimal(12, 2),
                    ColumnType.date(),
                    ColumnType.floating());
            UserSchema wider = MEMBERS;
            for (int i = 0; i < types.size(); i++) {
                wider = wider.column(Column.plain("own_" + i, types.get(i)));
            }
            Schema.create(dataSource(), MEMBERS);
            execute(dataSource(), List.of(ARTHUR));

            mend(dataSource(), wider);

            for (int i = 0; i < types.size(); i++) {
                try (Connection connection = dataSource().getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT own_" + i + " FROM member")) {
                    row.next();
                    assertThat(types.get(i).read(row, 1)).as("own_" + i).isNotNull();
                }
            }
        }

        @Test
        void keepsAnApplicationFromStarting() throws SQLException {
            Schema.create(dataSource(), MEMBERS);
            execute(dataSource(), List.of("ALTER TABLE member DROP COLUMN motto"));

            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(() -> SchemaCheck.FAIL.run(dataSource(), MEMBERS))
                    .withMessageContaining("member: motto is missing")
                    .withMessageContaining("ADD COLUMN \"motto\" varchar(100) NOT NULL DEFAULT ''")
                    .satisfies(e -> assertThat(e.differences()).hasSize(1));
            assertThatCode(() -> SchemaCheck.WARN.run(dataSource(), MEMBERS)).doesNotThrowAnyException();
            assertThatCode(() -> SchemaCheck.OFF.run(Postgres.notRunning(), MEMBERS))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class OnPostgres extends Validate {

        private final DataSource schema = Postgres.emptySchema();

        @Override
        DataSource dataSource() {
            return schema;
        }

        static Stream<Arguments> faults() {
            return Stream.of(
                    fault(Kind.MISSING_TABLE, "DROP TABLE revoked_token"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN token_version"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN created_at"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN email"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN is_active"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN motto, DROP COLUMN knighted_at"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE oauth_account DROP COLUMN id"),
                    fault(Kind.WRONG_TYPE, "ALTER TABLE member ALTER email TYPE varchar(100)"),
                    fault(Kind.WRONG_TYPE, "ALTER TABLE member ALTER row_version TYPE text"),
                    fault(Kind.WRONG_TYPE, "ALTER TABLE member ALTER created_at TYPE timestamp"),
                    fault(Kind.WRONG_TYPE, "ALTER TABLE oauth_account ALTER user_id TYPE integer"),
                    fault(Kind.WRONG_TYPE, "ALTER TABLE member ALTER motto TYPE varchar(99)"),
                    fault(
                            Kind.WRONG_NULLABILITY,
                            "ALTER TABLE member ALTER hashed_password DROP NOT NULL",
                            "UPDATE member SET hashed_password = NULL"),
                    fault(
                            Kind.WRONG_NULLABILITY,
                            "UPDATE member SET knighted_at = now()",
                            "ALTER TABLE member ALTER knighted_at SET NOT NULL"),
                    fault(Kind.MISSING_KEY, "ALTER TABLE oauth_account DROP CONSTRAINT oauth_account_pkey"),
                    fault(
                            Kind.MISSING_KEY,
                            "ALTER TABLE revoked_token DROP CONSTRAINT revoked_token_pkey",
                            "ALTER TABLE revoked_token ADD PRIMARY KEY (expires_at)"),
                    fault(Kind.NOT_GENERATED, "ALTER TABLE member ALTER id DROP IDENTITY"),
                    fault(Kind.NOT_UNIQUE, "ALTER TABLE member DROP CONSTRAINT member_email_key"),
                    fault(
                            Kind.NOT_UNIQUE,
                            "ALTER TABLE member DROP CONSTRAINT member_email_key",
                            "CREATE UNIQUE INDEX partly ON member (email) WHERE is_active"),
                    fault(
                            Kind.NOT_UNIQUE,
                            "ALTER TABLE member DROP CONSTRAINT member_email_key",
                            "ALTER TABLE member ADD CONSTRAINT late UNIQUE (email) DEFERRABLE"),
                    fault(
                            Kind.NOT_UNIQUE,
                            "ALTER TABLE oauth_account DROP CONSTRAINT oauth_account_oauth_name_account_id_key"),
                    fault(Kind.MISSING_INDEX, "DROP INDEX access_token_expires_at_idx"),
                    fault(
                            Kind.MISSING_INDEX,
                            "DROP INDEX access_token_expires_at_idx",
                            "CREATE INDEX partly ON access_token (expires_at) WHERE token_version = 0"),
                    fault(Kind.MISSING_INDEX, "DROP INDEX member_is_superuser_idx"),
                    fault(
                            Kind.MISSING_INDEX,
                            "DROP INDEX member_is_superuser_idx",
                            "CREATE INDEX others ON member (is_superuser) WHERE NOT is_superuser"),
                    fault(
                            Kind.MISSING_REFERENCE,
                            "ALTER TABLE oauth_account DROP CONSTRAINT oauth_account_user_id_fkey"),
                    fault(
                            Kind.NO_CASCADE,
                            "ALTER TABLE oauth_account DROP CONSTRAINT oauth_account_user_id_fkey",
                            "ALTER TABLE oauth_account ADD CONSTRAINT x FOREIGN KEY (user_id) REFERENCES member (id)"),
                    fault(Kind.COLLATION, "ALTER TABLE member ALTER email TYPE varchar(320) COLLATE \"und-x-icu\""));
        }

        @ParameterizedTest
        @MethodSource("faults")
        void mends(Kind kind, List<String> fault) throws SQLException {
            mendsOnly(kind, fault);
        }

        @Test
        void startsInSpiteOfAWarning() throws SQLException {
            Schema.create(schema, MEMBERS);
            execute(schema, List.of("ALTER TABLE member ALTER email TYPE varchar(320) COLLATE \"und-x-icu\""));

            assertThatCode(() -> SchemaCheck.FAIL.run(schema, MEMBERS)).doesNotThrowAnyException();
        }

        @Test
        void isContentWithMoreThanItNeeds() throws SQLException {
            Schema.create(schema, MEMBERS);
            execute(
                    schema,
                    List.of(
                            "ALTER TABLE member ALTER hashed_password TYPE text",
                            "ALTER TABLE member ADD COLUMN quest text",
                            "ALTER TABLE member DROP CONSTRAINT member_email_key",
                            "CREATE UNIQUE INDEX other ON member (email)"));

            assertThat(Schema.validate(schema, MEMBERS)).isEmpty();
        }

        @Test
        void goesOnNumberingWhereItWas() throws SQLException {
            Schema.create(schema, MEMBERS);
            execute(schema, List.of(ARTHUR, "ALTER TABLE member ALTER id DROP IDENTITY"));
            mend(schema, MEMBERS);
            execute(schema, List.of(ARTHUR.replace("arthur", "percival")));

            assertThat(single(schema, "SELECT max(id) FROM member")).isEqualTo("2");
        }
    }

    @Nested
    class OnSqlite extends Validate {

        private final DataSource file;

        OnSqlite(@TempDir Path folder) {
            this.file = Sqlite.safe(folder);
        }

        @Override
        DataSource dataSource() {
            return file;
        }

        /** Makes a table again, otherwise. */
        private static Arguments remade(Kind kind, String table, String find, String replacement) {
            return fault(
                    kind,
                    "PRAGMA foreign_keys = OFF",
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_master SET sql = replace(sql, '%s', '%s') WHERE name = '%s'"
                            .formatted(find, replacement, table),
                    "PRAGMA writable_schema = RESET");
        }

        static Stream<Arguments> faults() {
            return Stream.of(
                    fault(Kind.MISSING_TABLE, "DROP TABLE revoked_token"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN token_version"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN created_at"),
                    fault(Kind.MISSING_COLUMN, "ALTER TABLE member DROP COLUMN motto"),
                    fault(
                            Kind.MISSING_COLUMN,
                            "ALTER TABLE member DROP COLUMN knighted_at",
                            "ALTER TABLE member DROP COLUMN row_version"),
                    remade(Kind.WRONG_TYPE, "member", "\"motto\" varchar(100)", "\"motto\" blob"),
                    remade(Kind.WRONG_TYPE, "member", "\"row_version\" bigint", "\"row_version\" text"),
                    remade(
                            Kind.WRONG_NULLABILITY,
                            "member",
                            "\"motto\" varchar(100) NOT NULL",
                            "\"motto\" varchar(100)"),
                    remade(
                            Kind.WRONG_NULLABILITY,
                            "oauth_account",
                            "\"expires_at\" bigint",
                            "\"expires_at\" bigint NOT NULL DEFAULT 0"),
                    remade(Kind.REUSES_IDS, "member", " AUTOINCREMENT", ""),
                    fault(
                            Kind.MISSING_KEY,
                            "DROP TABLE revoked_token",
                            "CREATE TABLE revoked_token (token_id varchar(255) NOT NULL, expires_at timestamp NOT NULL)"),
                    fault(
                            Kind.MISSING_COLUMN,
                            "DROP TABLE access_token",
                            "CREATE TABLE access_token (digest varchar(64) NOT NULL PRIMARY KEY)"),
                    fault(Kind.MISSING_INDEX, "DROP INDEX access_token_expires_at_idx"),
                    fault(
                            Kind.MISSING_INDEX,
                            "DROP INDEX access_token_expires_at_idx",
                            "CREATE INDEX partly ON access_token (expires_at) WHERE token_version = 0"),
                    fault(Kind.MISSING_INDEX, "DROP INDEX member_is_superuser_idx"),
                    remade(Kind.NO_CASCADE, "oauth_account", " ON DELETE CASCADE", " ON DELETE RESTRICT"));
        }

        @ParameterizedTest
        @MethodSource("faults")
        void mends(Kind kind, List<String> fault) throws SQLException {
            mendsOnly(kind, fault);
        }

        @Test
        void findsWhatARebuiltTableLacks() throws SQLException {
            Schema.create(file, MEMBERS);
            execute(
                    file,
                    List.of(
                            "DROP TABLE oauth_account",
                            "CREATE TABLE oauth_account (id integer, user_id bigint, oauth_name, account_id varchar(320),"
                                    + " account_email varchar(320), access_token text NOT NULL, refresh_token text)",
                            ARTHUR,
                            ACCOUNT,
                            ACCOUNT.replace("(1,", "(2,").replace("'a',", "'orphan',")));

            assertThat(Schema.validate(file, MEMBERS))
                    .extracting(Difference::kind)
                    .contains(
                            Kind.WRONG_TYPE,
                            Kind.WRONG_NULLABILITY,
                            Kind.MISSING_COLUMN,
                            Kind.MISSING_KEY,
                            Kind.NOT_UNIQUE,
                            Kind.MISSING_INDEX,
                            Kind.MISSING_REFERENCE);

            mend(file, MEMBERS);
            assertThat(single(file, "SELECT count(*) || min(id) FROM oauth_account"))
                    .isEqualTo("11");
        }

        @Test
        void keepsWhatTheApplicationAddedWhenATableIsRebuilt() throws SQLException {
            Schema.create(file, MEMBERS);
            execute(
                    file,
                    List.of(
                            "CREATE TABLE quest (id integer PRIMARY KEY)",
                            "ALTER TABLE member ADD COLUMN shield varchar(20) DEFAULT 'round'",
                            "ALTER TABLE member ADD COLUMN quest_id integer REFERENCES quest (id)",
                            "CREATE INDEX by_shield ON member (shield)",
                            "CREATE TRIGGER polish AFTER INSERT ON quest BEGIN UPDATE member SET shield = 'bright'; END",
                            "CREATE TRIGGER dent AFTER UPDATE OF motto ON member BEGIN INSERT INTO quest VALUES (7); END",
                            "CREATE VIEW shields AS SELECT shield FROM member",
                            ARTHUR,
                            "PRAGMA writable_schema = ON",
                            "UPDATE sqlite_master SET sql = replace(sql, '\"row_version\" bigint', '\"row_version\" text')"
                                    + " WHERE name = 'member'",
                            "PRAGMA writable_schema = RESET"));

            mend(file, MEMBERS);

            assertThat(LiveCatalogue.of(file))
                    .anyMatch(line -> line.contains("by_shield"))
                    .anyMatch(line -> line.contains("dent"))
                    .anyMatch(line -> line.contains("reference member: quest_id quest id"));
            assertThat(single(file, "SELECT shield FROM shields")).isEqualTo("round");
            assertThat(single(file, "SELECT count(*) FROM pragma_foreign_key_check"))
                    .isEqualTo("0");
        }

        @Test
        void givesOutNoIdAgainAfterARebuild() throws SQLException {
            Schema.create(file, MEMBERS);
            execute(
                    file,
                    List.of(
                            ARTHUR,
                            ARTHUR.replace("arthur", "mordred"),
                            "DELETE FROM member WHERE id = 2",
                            "PRAGMA writable_schema = ON",
                            "UPDATE sqlite_master SET sql = replace(sql, '\"row_version\" bigint', '\"row_version\" text')"
                                    + " WHERE name = 'member'",
                            "PRAGMA writable_schema = RESET"));
            mend(file, MEMBERS);
            execute(file, List.of(ARTHUR.replace("arthur", "percival")));

            assertThat(single(file, "SELECT max(id) FROM member")).isEqualTo("3");
        }

        @Test
        void turnsBlobUuidsOfHibernateIntoText() throws SQLException {
            UserSchema byUuid = UserSchema.of("users", IdType.UUID);
            Schema.create(file, byUuid);
            execute(
                    file,
                    List.of(
                            "PRAGMA writable_schema = ON",
                            "UPDATE sqlite_master SET sql = replace(sql, '\"id\" char(36)', '\"id\" blob')"
                                    + " WHERE name = 'users'",
                            "PRAGMA writable_schema = RESET",
                            ARTHUR.replace("member (", "users (id, ")
                                    .replace(", motto", "")
                                    .replace(", 'Excalibur'", "")
                                    .replace("VALUES (", "VALUES (x'0e8400e29b414d4aa716446655440000', ")));

            mend(file, byUuid);

            assertThat(single(file, "SELECT id FROM users")).isEqualTo("0e8400e2-9b41-4d4a-a716-446655440000");
        }
    }
}

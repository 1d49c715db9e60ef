package dev.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.cli.CommandLineRun.Result;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code usher schema} on one engine. */
abstract class SchemaOnEngine {

    private Engine engine;
    private CommandLineRun usher;

    abstract Engine engine();

    @BeforeEach
    void open() {
        engine = engine();
        usher = CommandLineRun.with("--url", engine.url());
    }

    @Nested
    class Create {

        @Test
        void createsWhatIsMissingAndSaysWhatWasThere() {
            Result first = usher.execute("schema", "create");
            Result second = usher.execute("schema", "create");
            assertThat(first.out())
                    .isEqualToNormalizingNewlines(
                            "users: created\nrevoked_token: created\noauth_account: created\naccess_token: created\n");
            assertThat(second.out()).contains("users: was there").doesNotContain("created");
            assertThat(first.exitCode() + second.exitCode()).isZero();
        }

        @Test
        void takesOtherNamesAndIds() {
            Result result = usher.execute(
                    "schema",
                    "create",
                    "--table",
                    "members",
                    "--id-type",
                    "long",
                    "--rename",
                    "email=mail",
                    "--rename",
                    "access_token=session");
            assertThat(result.out()).contains("members: created", "session: created");
            engine.query("SELECT mail FROM members");
        }

        @Test
        void pointsAtTablesThatAreOfAnotherShape() {
            engine.execute("CREATE TABLE users (id integer)");
            assertThat(usher.execute("schema", "create").err()).contains("see usher schema validate");
        }
    }

    @Nested
    class Migrate {

        @Test
        void runsMigrationsOnce() {
            Result first = usher.execute("schema", "migrate");
            Result second = usher.execute("schema", "migrate");
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out().strip()).isEqualTo("1 migration ran");
            assertThat(second.out().strip()).isEqualTo("nothing to do");
            assertThat(usher.execute("schema", "validate").exitCode()).isZero();
        }

        @Test
        void saysWhichMigrationWasChangedSinceItRan() {
            usher.execute("schema", "migrate");
            engine.execute("UPDATE usher_schema_history SET checksum = 1 WHERE checksum IS NOT NULL");
            Result result = usher.execute("schema", "migrate");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .contains("the migration failed", "checksum")
                    .doesNotContain("\tat ");
        }
    }

    @Nested
    class Validate {

        @Test
        void findsNothingWhereNothingIsWrong() {
            usher.execute("schema", "create");
            Result result = usher.execute("schema", "validate");
            assertThat(result.exitCode()).isZero();
            assertThat(result.out().strip()).isEqualTo("the tables are as they should be");
        }

        @Test
        void listsEachDifferenceAndChangesNothing() {
            usher.execute("schema", "create");
            engine.execute("ALTER TABLE users DROP COLUMN token_version", "DROP TABLE access_token");
            Result first = usher.execute("schema", "validate");
            assertThat(first.exitCode()).isEqualTo(1);
            assertThat(first.out().lines())
                    .containsExactly("users: token_version is missing", "access_token is missing");
            assertThat(usher.execute("schema", "validate")).isEqualTo(first);
        }

        @Test
        void letsColumnsOfTheApplicationBe() {
            usher.execute("schema", "create");
            engine.execute("ALTER TABLE users ADD COLUMN shoe_size integer");
            assertThat(usher.execute("schema", "validate").exitCode()).isZero();
        }
    }

    @Nested
    class Diff {

        @Test
        void printsTheSqlThatMendsIt() {
            usher.execute("schema", "create");
            engine.execute("ALTER TABLE users DROP COLUMN token_version", "DROP TABLE access_token");
            Result diff = usher.execute("schema", "diff");
            assertThat(diff.exitCode()).isZero();
            assertThat(diff.out()).contains("-- users: token_version is missing");
            engine.execute(diff.out().replaceAll("(?m)^--.*$", "").strip().split(";\\s*"));
            assertThat(usher.execute("schema", "validate").exitCode()).isZero();
        }

        @Test
        void printsNothingToRunWhereNothingIsWrong() {
            usher.execute("schema", "create");
            assertThat(usher.execute("schema", "diff").out().strip()).isEqualTo("-- nothing to do");
        }
    }

    @Nested
    class Adopt {

        @BeforeEach
        void leftByFastApiUsers() {
            engine.execute("CREATE TABLE \"user\" (id %s NOT NULL PRIMARY KEY, email varchar(320) NOT NULL UNIQUE,"
                            .formatted(engine.url().contains("sqlite") ? "char(36)" : "uuid")
                    + " hashed_password varchar(1024) NOT NULL, is_active boolean NOT NULL,"
                    + " is_superuser boolean NOT NULL, is_verified boolean NOT NULL)");
            adopted("1", "Arthur@Camelot.bt");
        }

        private void adopted(String digit, String email) {
            engine.execute("INSERT INTO \"user\" VALUES ('00000000-0000-4000-8000-00000000000" + digit + "', '" + email
                    + "', 'x', true, false, false)");
        }

        @Test
        void reportsFirstAndChangesNothing() {
            Result result = usher.execute("schema", "adopt", "--table", "user");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("Addresses to be put into canonical form: 1", "token_version is missing");
            assertThat(engine.query("SELECT email FROM \"user\"")).containsExactly("Arthur@Camelot.bt");
        }

        @Test
        void adoptsWithProgress() {
            Result result = usher.execute("schema", "adopt", "--table", "user", "--apply");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out().strip()).endsWith("adopted");
            assertThat(result.err()).contains("1 of about 1 addresses looked at");
            assertThat(usher.execute("schema", "validate", "--table", "user").exitCode())
                    .isZero();
            assertThat(usher.execute("user", "list", "--table", "user").out()).contains("arthur@camelot.bt");
            assertThat(usher.execute("schema", "adopt", "--table", "user", "--apply")
                            .out()
                            .strip())
                    .endsWith("nothing to do");
        }

        @Test
        void leavesCollisionsToAPerson() {
            adopted("2", "ARTHUR@camelot.bt");
            for (Result result : List.of(
                    usher.execute("schema", "adopt", "--table", "user"),
                    usher.execute("schema", "adopt", "--table", "user", "--apply"))) {
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.out()).contains("arthur@camelot.bt: ");
                assertThat(result.err()).contains("Nothing was changed");
            }
            assertThat(engine.query("SELECT email FROM \"user\" ORDER BY 1"))
                    .containsExactlyInAnyOrder("ARTHUR@camelot.bt", "Arthur@Camelot.bt");
        }

        @Test
        void refusesWhereThereIsNoSuchTable() {
            Result result = usher.execute("schema", "adopt", "--table", "people");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("there is no table people", "is --table right?");
        }
    }
}

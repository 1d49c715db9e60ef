package dev.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.cli.CommandLineRun.Result;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.UserTable;
import dev.usher.password.PasswordSettings;
import dev.usher.password.Passwords;
import dev.usher.schema.IdType;
import dev.usher.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code usher user} on one engine. */
abstract class UsersOnEngine {

    private static final String EXCALIBUR = "excalibur";

    private Engine engine;
    private CommandLineRun usher;

    abstract Engine engine();

    @BeforeEach
    void openWithTables() {
        engine = engine();
        usher = CommandLineRun.with("--url", engine.url());
        assertThat(usher.execute("schema", "create").exitCode()).isZero();
    }

    private Result create(String email, String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"user", "create", email, "--password-stdin"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        Result result = usher.input(EXCALIBUR + "\n").execute(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private Account<UUID> stored(String email) {
        UserTable<Account<UUID>, UUID> table = UserTable.of("users", IdType.UUID, Account::new);
        return new JdbcUserDatabase<>(new JdbcTransactions(engine.dataSource()), table)
                .findByEmail(Email.of(email))
                .orElseThrow();
    }

    private static boolean opens(String password, Account<?> account) {
        return Passwords.of(PasswordSettings.defaults(), Secret.of("x".repeat(Secret.MIN_BYTES)))
                .check(password, account.hashedPassword())
                .matches();
    }

    @Nested
    class Create {

        @Test
        void makesTheFirstSuperuserWithoutSql() {
            Result result = create("Merlin@Camelot.bt", "--superuser", "--verified");
            Account<UUID> merlin = stored("merlin@camelot.bt");
            assertThat(result.out().strip()).isEqualTo("created merlin@camelot.bt with the id " + merlin.id());
            assertThat(merlin.superuser() && merlin.verified() && merlin.active())
                    .isTrue();
            assertThat(merlin.tokenVersion()).isPositive();
            assertThat(opens(EXCALIBUR, merlin)).isTrue();
        }

        @Test
        void makesNobodySuperuserWithoutBeingAsked() {
            create("arthur@camelot.bt");
            Account<UUID> arthur = stored("arthur@camelot.bt");
            assertThat(arthur.superuser() || arthur.verified()).isFalse();
        }

        @Test
        void refusesAnAddressThatIsTakenInAnotherSpelling() {
            create("arthur@camelot.bt");
            Result result = usher.input("guinevere").execute("user", "create", "ARTHUR@camelot.bt", "--password-stdin");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err().strip()).isEqualTo("usher: the address arthur@camelot.bt has an account");
            assertThat(opens(EXCALIBUR, stored("arthur@camelot.bt"))).isTrue();
        }

        @Test
        void obeysThePasswordPolicyOfTheConfiguration() {
            Result result = usher.property("usher.password.min-length", "20")
                    .input(EXCALIBUR)
                    .execute("user", "create", "arthur@camelot.bt", "--password-stdin");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("at least 20 characters").doesNotContain(EXCALIBUR);
        }

        @Test
        void hashesInTheFormatOfTheConfiguration() {
            Result result = usher.environment(Map.of("USHER_PASSWORD_FORMATS", "bcrypt"))
                    .input(EXCALIBUR)
                    .execute("user", "create", "arthur@camelot.bt", "--password-stdin");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(stored("arthur@camelot.bt").hashedPassword()).startsWith("$2");
        }

        @Test
        void saysWhatToDoAboutColumnsOfTheApplicationsThatMustHaveAValue() {
            engine.execute("DROP TABLE access_token", "DROP TABLE oauth_account", "DROP TABLE users");
            String create = usher.execute("schema", "diff").out();
            int start = create.indexOf("CREATE TABLE");
            engine.execute(create.substring(start, create.indexOf(";", start))
                    .replaceFirst("\\(", "(shoe_size integer NOT NULL, "));
            Result result = usher.input(EXCALIBUR).execute("user", "create", "arthur@camelot.bt", "--password-stdin");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .contains("column of the application's own", "shoe_size", "then use usher user set-flag")
                    .doesNotContain("argon2", "\tat ");
        }

        @Test
        void takesIdsOfTheApplicationsMaking() {
            usher.execute(
                    "schema",
                    "create",
                    "--table",
                    "knights",
                    "--id-type",
                    "string",
                    "--rename",
                    "oauth_account=o",
                    "--rename",
                    "access_token=a");
            Result result = usher.input(EXCALIBUR)
                    .execute(
                            "user",
                            "create",
                            "arthur@camelot.bt",
                            "--password-stdin",
                            "--table",
                            "knights",
                            "--id-type",
                            "string",
                            "--id",
                            "rex");
            assertThat(result.out()).as(result.err()).contains("with the id rex");
            assertThat(usher.input(EXCALIBUR)
                            .execute(
                                    "user",
                                    "create",
                                    "mordred@camelot.bt",
                                    "--password-stdin",
                                    "--table",
                                    "knights",
                                    "--id-type",
                                    "string",
                                    "--id",
                                    "rex")
                            .err())
                    .contains("the id, or another value that must be unique, is taken");
        }

        @Test
        void leavesNumbersToTheDatabase() {
            usher.execute(
                    "schema",
                    "create",
                    "--table",
                    "knights",
                    "--id-type",
                    "long",
                    "--rename",
                    "oauth_account=o",
                    "--rename",
                    "access_token=a");
            Result result = usher.input(EXCALIBUR)
                    .execute(
                            "user",
                            "create",
                            "arthur@camelot.bt",
                            "--password-stdin",
                            "--table",
                            "knights",
                            "--id-type",
                            "long");
            assertThat(result.out()).as(result.err()).contains("with the id 1");
        }

        @Test
        void refusesATableOfOtherIds() {
            usher.execute(
                    "schema",
                    "create",
                    "--table",
                    "knights",
                    "--id-type",
                    "long",
                    "--rename",
                    "oauth_account=o",
                    "--rename",
                    "access_token=a");
            Result result = usher.execute("user", "list", "--table", "knights");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("knights: id is", "Are --url, --table and --id-type right?");
        }
    }

    @Nested
    class SetPassword {

        @Test
        void endsAllTokens() {
            create("arthur@camelot.bt");
            Account<UUID> before = stored("arthur@camelot.bt");
            Result result = usher.typed("guinevere", "guinevere").execute("user", "set-password", "Arthur@camelot.bt");
            Account<UUID> after = stored("arthur@camelot.bt");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("arthur@camelot.bt has a new password");
            assertThat(after.tokenVersion()).isEqualTo(before.tokenVersion() + 1);
            assertThat(after.rowVersion()).isEqualTo(before.rowVersion() + 1);
            assertThat(opens("guinevere", after)).isTrue();
            assertThat(opens(EXCALIBUR, after)).isFalse();
        }

        @Test
        void worksForAnInactiveUser() {
            create("percival@camelot.bt");
            usher.execute("user", "set-flag", "percival@camelot.bt", "active", "false");
            assertThat(usher.input("guinevere")
                            .execute("user", "set-password", "percival@camelot.bt", "--password-stdin")
                            .exitCode())
                    .isZero();
            assertThat(opens("guinevere", stored("percival@camelot.bt"))).isTrue();
            assertThat(stored("percival@camelot.bt").active()).isFalse();
        }

        @Test
        void refusesAPasswordThatIsTooShortOrTooLong() {
            create("arthur@camelot.bt");
            for (String password : List.of("short", "x".repeat(10_000))) {
                Result result =
                        usher.input(password).execute("user", "set-password", "arthur@camelot.bt", "--password-stdin");
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.err()).contains("Password should be at").doesNotContain(password);
            }
            assertThat(opens(EXCALIBUR, stored("arthur@camelot.bt"))).isTrue();
        }

        @Test
        void refusesSomebodyUnknownBeforeItAsks() {
            Result result = usher.typed("guinevere", "guinevere").execute("user", "set-password", "nobody@camelot.bt");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err().strip()).isEqualTo("usher: no user has the address nobody@camelot.bt");
        }

        @Test
        void leavesColumnsOfTheApplicationAlone() {
            engine.execute("ALTER TABLE users ADD COLUMN shoe_size integer NOT NULL DEFAULT 9");
            create("arthur@camelot.bt");
            engine.execute("UPDATE users SET shoe_size = 44");
            usher.input("guinevere").execute("user", "set-password", "arthur@camelot.bt", "--password-stdin");
            usher.execute("user", "set-flag", "arthur@camelot.bt", "verified", "true");
            assertThat(engine.query("SELECT shoe_size FROM users")).containsExactly("44");
            assertThat(stored("arthur@camelot.bt").verified()).isTrue();
        }
    }

    @Nested
    class SetFlag {

        @Test
        void setsEachFlagAndSaysIfItWasSo() {
            create("arthur@camelot.bt");
            assertThat(usher.execute("user", "set-flag", "arthur@camelot.bt", "verified", "true")
                            .out()
                            .strip())
                    .isEqualTo("arthur@camelot.bt is now verified");
            assertThat(usher.execute("user", "set-flag", "arthur@camelot.bt", "verified", "true")
                            .out()
                            .strip())
                    .isEqualTo("arthur@camelot.bt was already verified");
            usher.execute("user", "set-flag", "arthur@camelot.bt", "superuser", "true");
            assertThat(stored("arthur@camelot.bt").verified()).isTrue();
            assertThat(stored("arthur@camelot.bt").superuser()).isTrue();
        }

        @Test
        void endsAllTokensOfWhoIsDeactivatedOnly() {
            create("mordred@camelot.bt");
            int before = stored("mordred@camelot.bt").tokenVersion();
            usher.execute("user", "set-flag", "mordred@camelot.bt", "verified", "true");
            assertThat(stored("mordred@camelot.bt").tokenVersion()).isEqualTo(before);
            Result result = usher.execute("user", "set-flag", "mordred@camelot.bt", "active", "false");
            assertThat(result.out()).contains("is now not active; all her tokens have ended");
            assertThat(stored("mordred@camelot.bt").tokenVersion()).isEqualTo(before + 1);
            assertThat(stored("mordred@camelot.bt").active()).isFalse();
        }

        @Test
        void keepsTheLastActiveSuperuser() {
            create("merlin@camelot.bt", "--superuser");
            create("percival@camelot.bt", "--superuser");
            assertThat(usher.execute("user", "set-flag", "percival@camelot.bt", "active", "false")
                            .exitCode())
                    .isZero();
            for (String flag : List.of("active", "superuser")) {
                Result result = usher.execute("user", "set-flag", "merlin@camelot.bt", flag, "false");
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.err()).contains("merlin@camelot.bt is the last active superuser", "--force");
            }
            assertThat(stored("merlin@camelot.bt").active()
                            && stored("merlin@camelot.bt").superuser())
                    .isTrue();
            assertThat(usher.execute("user", "set-flag", "percival@camelot.bt", "superuser", "false")
                            .exitCode())
                    .as("Percival is inactive, so that he is not the last active one")
                    .isZero();
        }

        @Test
        void takesTheLastOnesRightsByForce() {
            create("merlin@camelot.bt", "--superuser");
            assertThat(usher.execute("user", "set-flag", "merlin@camelot.bt", "superuser", "false", "--force")
                            .exitCode())
                    .isZero();
            assertThat(stored("merlin@camelot.bt").superuser()).isFalse();
        }

        @Test
        void keepsOneOfTwoSuperusersWhoAreTakenTheirRightsAtOnce() throws Exception {
            create("merlin@camelot.bt", "--superuser");
            create("morgana@camelot.bt", "--superuser");
            List<Callable<Integer>> both = List.of(
                    () -> usher.execute("user", "set-flag", "merlin@camelot.bt", "superuser", "false")
                            .exitCode(),
                    () -> usher.execute("user", "set-flag", "morgana@camelot.bt", "active", "false")
                            .exitCode());
            for (int round = 0; round < 5; round++) {
                assertThat(atOnce(both)).containsExactlyInAnyOrder(0, 1);
                engine.execute("UPDATE users SET is_superuser = true, is_active = true");
            }
        }

        private static List<Integer> atOnce(List<Callable<Integer>> commands)
                throws InterruptedException, ExecutionException {
            ExecutorService threads = Executors.newFixedThreadPool(commands.size());
            try {
                List<Integer> results = new ArrayList<>();
                for (Future<Integer> each : threads.invokeAll(commands)) {
                    results.add(each.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void knowsNoOtherFlagAndNoOtherValue() {
            create("arthur@camelot.bt");
            assertThat(usher.execute("user", "set-flag", "arthur@camelot.bt", "brave", "true")
                            .exitCode())
                    .isEqualTo(2);
            assertThat(usher.execute("user", "set-flag", "arthur@camelot.bt", "active", "no")
                            .exitCode())
                    .isEqualTo(2);
            assertThat(stored("arthur@camelot.bt").active()).isTrue();
        }
    }

    @Nested
    class ListUsers {

        @Test
        void printsOneUserALine() {
            create("merlin@camelot.bt", "--superuser");
            Account<UUID> merlin = stored("merlin@camelot.bt");
            Result result = usher.execute("user", "list");
            assertThat(result.out().lines())
                    .containsExactly(
                            "id\temail\tactive\tsuperuser\tverified\tcreated",
                            merlin.id() + "\tmerlin@camelot.bt\ttrue\ttrue\tfalse\t" + merlin.createdAt());
            assertThat(result.err().strip()).isEqualTo("1 user");
            assertThat(result.out()).doesNotContain("argon2");
        }

        @Test
        void filters() {
            create("merlin@camelot.bt", "--superuser");
            create("arthur@camelot.bt");
            assertThat(usher.execute("user", "list", "--superuser", "false").out())
                    .contains("arthur")
                    .doesNotContain("merlin");
            assertThat(usher.execute("user", "list", "--email-prefix", "MER").out())
                    .contains("merlin")
                    .doesNotContain("arthur");
            assertThat(usher.execute("user", "list", "--active", "false").err().strip())
                    .isEqualTo("0 users");
        }

        @Test
        void goesOnFromPageToPageAndTellsHowFar() {
            many(10_500);
            Result result = usher.execute("user", "list", "--order", "email");
            List<String> lines = result.out().lines().toList();
            assertThat(lines).hasSize(10_501).doesNotHaveDuplicates();
            assertThat(lines.get(1)).contains("\tknight010001@camelot.bt\t");
            assertThat(lines.get(10_500)).contains("\tknight020500@camelot.bt\t");
            assertThat(result.err().lines()).containsExactly("10000 users so far", "10500 users");
        }

        @Test
        void stopsAtTheLimit() {
            many(1_200);
            assertThat(usher.execute("user", "list", "--limit", "1100").out().lines())
                    .hasSize(1_101);
            assertThat(usher.execute("user", "list", "--limit", "0").exitCode()).isEqualTo(2);
        }

        @Test
        void showsNoControlCharactersOfAnAdoptedAddress() {
            many(1);
            engine.execute("UPDATE users SET email = 'a\u001b[2J\u202e@camelot.bt'");
            assertThat(usher.execute("user", "list").out()).contains("\ta?[2J?@camelot.bt\t");
        }

        private void many(int count) {
            String number = engine.url().contains("sqlite")
                    ? "WITH RECURSIVE s(n) AS (SELECT 10001 UNION ALL SELECT n + 1 FROM s WHERE n < " + (10_000 + count)
                            + ") INSERT INTO users SELECT printf('00000000-0000-4000-8000-%012d', n),"
                            + " printf('knight%06d@camelot.bt', n), 'x', 1, 0, 0, 1, 0, 0, 0 FROM s"
                    : "INSERT INTO users SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,"
                            + " 'knight' || lpad(n::text, 6, '0') || '@camelot.bt', 'x', true, false, false, 1, 0, now(),"
                            + " now() FROM generate_series(10001, " + (10_000 + count) + ") n";
            engine.execute(number);
        }
    }
}

package dev.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.cli.CommandLineRun.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands as such, and on each engine. */
class CommandLineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private CommandLineRun usher() {
        return CommandLineRun.with("--url", Engine.sqlite(folder).url());
    }

    private static String[] words(String command) {
        return command.isEmpty() ? new String[0] : command.split(" ");
    }

    @Nested
    class SchemaOnSqlite extends SchemaOnEngine {
        @Override
        Engine engine() {
            return Engine.sqlite(folder);
        }
    }

    @Nested
    class SchemaOnPostgres extends SchemaOnEngine {
        @Override
        Engine engine() {
            return Engine.postgres();
        }
    }

    @Nested
    class UsersOnSqlite extends UsersOnEngine {
        @Override
        Engine engine() {
            return Engine.sqlite(folder);
        }
    }

    @Nested
    class UsersOnPostgres extends UsersOnEngine {
        @Override
        Engine engine() {
            return Engine.postgres();
        }
    }

    @Nested
    class Help {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "schema",
                    "schema create",
                    "schema migrate",
                    "schema validate",
                    "schema diff",
                    "schema adopt",
                    "user",
                    "user create",
                    "user list",
                    "user set-password",
                    "user set-flag"
                })
        void hasAnExampleOnEveryLevel(String command) {
            Result result = CommandLineRun.with("--help").execute(words(command));
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("Example", ("  usher " + command).stripTrailing());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "schema validate", "user create"})
        void listsTheExitCodes(String command) {
            assertThat(help(command).out())
                    .contains("Exit codes:", "0   done", "1   refused", "2   wrong usage", "3   the database cannot");
        }

        private static Result help(String command) {
            return CommandLineRun.with("--help").execute(words(command));
        }

        @Test
        void tellsTheVersion() {
            Result result = CommandLineRun.with().execute("--version");
            assertThat(result.exitCode()).isZero();
            assertThat(result.out().strip()).matches("usher \\d+\\.\\d+\\.\\d+.*");
        }
    }

    @Nested
    class Usage {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "schema",
                    "dance",
                    "schema create --colour",
                    "user create",
                    "user create no-address",
                    "user create a@b.bt --id x",
                    "user create a@b.bt --id-type string",
                    "user list --id-type number",
                    "user list --limit none",
                    "schema create --rename colour=paint",
                    "schema create --url mysql://localhost/x",
                    "user set-flag a@b.bt active"
                })
        void isExplainedInALineOrTwo(String command) {
            Result result = CommandLineRun.with().execute(words(command));
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith("usher: ")
                    .doesNotContain("\tat ")
                    .hasLineCount(result.err().contains("Try '") ? 2 : 1);
        }

        @Test
        void namesABadSetting() {
            usher().execute("schema", "create");
            Result result =
                    usher().property("usher.password.min-length", "many").execute("user", "create", "a@b.bt");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("usher.password.min-length must be a whole number");
        }
    }

    @Nested
    class WhichDatabase {

        @Test
        void isTheOneOfTheConfiguration() {
            String first = "jdbc:sqlite:" + folder.resolve("first.db");
            String second = "jdbc:sqlite:" + folder.resolve("second.db");
            CommandLineRun run = CommandLineRun.with();
            run.environment(Map.of("DATABASE_URL", first)).execute("schema", "create");
            assertThat(folder.resolve("first.db")).exists();
            run.environment(Map.of("DATABASE_URL", first, "USHER_DATASOURCE_URL", second))
                    .execute("schema", "create");
            assertThat(folder.resolve("second.db")).exists();
            assertThat(run.environment(Map.of("USHER_DATASOURCE_URL", first))
                            .property("usher.datasource.url", second)
                            .execute("schema", "migrate")
                            .err())
                    .contains("second.db");
        }

        @Test
        void isNotMadeByLookingAtIt() {
            for (String command : new String[] {"schema validate", "schema diff", "schema adopt", "user list"}) {
                Result result = usher().execute(command.split(" "));
                assertThat(result.exitCode()).isEqualTo(3);
                assertThat(result.err())
                        .startsWith("usher: the database cannot be reached")
                        .doesNotContain("\tat ");
            }
            assertThat(folder.resolve("users.db")).doesNotExist();
        }

        @Test
        void isNoTextFile() throws IOException {
            Files.writeString(folder.resolve("users.db"), "Nowe begynneth the booke of Arthur. ".repeat(50));
            assertThat(usher().execute("user", "list").exitCode()).isEqualTo(3);
        }

        @Test
        void isUnreachableWhereNobodyListens() throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            Result result = CommandLineRun.with("--url", "postgresql://arthur@localhost:" + port + "/camelot")
                    .execute("schema", "migrate");
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err()).contains("the database cannot be reached").doesNotContain("\tat ");
        }

        @Test
        void isUnreachableUnderAnotherName() {
            String elsewhere = Engine.postgres().url().replace("/postgres?", "/avalon?");
            assertThat(CommandLineRun.with("--url", elsewhere)
                            .execute("user", "list")
                            .exitCode())
                    .isEqualTo(3);
        }

        @Test
        void hasATableOfUsers() {
            Engine.sqlite(folder).execute("CREATE TABLE x (id integer)");
            Result result = usher().execute("user", "list");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("users is missing", "--table");
        }
    }

    @Nested
    class PasswordOfTheDatabase {

        private Engine engine;
        private String url;

        @BeforeEach
        void guarded() {
            engine = Engine.postgres();
            Engine.guard("lancelot", "du lac");
            url = engine.url().replace("postgres@", "lancelot@");
        }

        @Test
        void isAskedForWhereTheServerWantsIt() {
            Result result = CommandLineRun.with("--url", url).typed("du lac").execute("schema", "diff");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.err()).contains("Password of the database: ").doesNotContain("du lac");
        }

        @Test
        void isTakenFromTheEnvironment() {
            Result result = CommandLineRun.with("--url", engine.url(), "--user", "lancelot")
                    .environment(Map.of("USHER_DATABASE_PASSWORD", "du lac"))
                    .execute("schema", "diff");
            assertThat(result.exitCode()).as(result.err()).isZero();
        }

        @Test
        void isTakenFromTheUrlOfTheConfiguration() {
            Result result = CommandLineRun.with()
                    .environment(Map.of("DATABASE_URL", url.replace("lancelot@", "lancelot:du%20lac@")))
                    .execute("schema", "diff");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.err()).isEmpty();
        }

        @Test
        void isWarnedOfAmongTheArguments() {
            Result result = CommandLineRun.with("--url", url.replace("lancelot@", "lancelot:du%20lac@"))
                    .execute("schema", "diff");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.err())
                    .contains("warning: others on this machine can see the password in --url")
                    .doesNotContain("du lac", "du%20lac");
        }

        @Test
        void opensNothingIfItIsWrong() {
            Result result = CommandLineRun.with("--url", url).typed("avalon").execute("schema", "diff");
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err()).contains("password authentication failed").doesNotContain("avalon", "\tat ");
            assertThat(CommandLineRun.with("--url", url)
                            .execute("schema", "diff")
                            .exitCode())
                    .as("and nobody to ask")
                    .isEqualTo(3);
        }

        @Test
        void belongsToTheUserOfTheUrl() {
            Result result = CommandLineRun.with("--url", engine.url().replace("postgres@", "galahad:grail@"))
                    .typed("du lac")
                    .execute("schema", "diff", "--user", "lancelot");
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
    }

    @Nested
    class PasswordOfAUser {

        @BeforeEach
        void tables() {
            usher().execute("schema", "create");
        }

        @Test
        void isAskedForTwice() {
            Result result = usher().typed("excalibur", "excalibur").execute("user", "create", "arthur@camelot.bt");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.err()).contains("Password: Once more: ").doesNotContain("excalibur");
        }

        @Test
        void isRefusedIfMistyped() {
            Result result = usher().typed("excalibur", "excalipur").execute("user", "create", "arthur@camelot.bt");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("two different passwords").doesNotContain("excali");
        }

        @Test
        void needsATerminalOrStandardInput() {
            Result result = usher().execute("user", "create", "arthur@camelot.bt");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("--password-stdin");
        }

        @Test
        void isNoArgument() {
            Result result = usher().execute("user", "create", "arthur@camelot.bt", "--password", "excalibur");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).doesNotContain("excalibur");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "\r\n"})
        void isNotEmpty(String input) {
            Result result = usher().input(input).execute("user", "create", "arthur@camelot.bt", "--password-stdin");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("there is no password on standard input");
        }

        @Test
        void isUtf8() {
            Result result = usher().input(new byte[] {'e', 'x', (byte) 0xe4, 'l', 'i', 'b', 'u', 'r'})
                    .execute("user", "create", "arthur@camelot.bt", "--password-stdin");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("is not UTF-8");
        }

        @Test
        void endsWithItsLine() {
            for (String input : new String[] {" pass word ", " pass word \n", " pass word \r\nmore"}) {
                assertThat(readFromInput(input)).isEqualTo(" pass word ");
            }
        }

        private static String readFromInput(String input) {
            return CommandLine.populateCommand(new PasswordOptions(), "--password-stdin")
                    .read(new Surroundings(
                            new Settings(Map.of(), Map.of()),
                            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                            prompt -> Optional.empty()));
        }
    }
}

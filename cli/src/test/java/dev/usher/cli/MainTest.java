package dev.usher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.cli.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on both engines, from an empty database to the first superuser. */
class MainTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void makesTheFirstSuperuserInAnEmptySqliteFileOfTheDefaultName() {
        isSetUp(new CommandLineProcess(folder, Map.of()));
        assertThat(folder.resolve("usher.db")).exists();
    }

    @Test
    void makesTheFirstSuperuserInAnEmptyPostgresDatabase() {
        isSetUp(new CommandLineProcess(
                folder, Map.of("DATABASE_URL", Engine.postgres().url())));
    }

    private static void isSetUp(CommandLineProcess usher) {
        Result migrated = usher.execute("", "schema", "migrate");
        assertThat(migrated.exitCode()).as(migrated.err()).isZero();
        assertThat(migrated.out().strip()).isEqualTo("1 migration ran");
        assertThat(migrated.err())
                .as("which one, and no chatter")
                .contains("0.87437.1 - usher tables")
                .doesNotContain("Exception", "upgrade");

        Result created =
                usher.execute("excalibur\n", "user", "create", "merlin@camelot.bt", "--superuser", "--password-stdin");
        assertThat(created.exitCode()).as(created.err()).isZero();
        assertThat(created.err()).isEmpty();

        Result listed = usher.execute("", "user", "list", "--superuser", "true");
        assertThat(listed.out()).contains("\tmerlin@camelot.bt\ttrue\ttrue\tfalse\t");

        Result refused = usher.execute("", "user", "set-flag", "merlin@camelot.bt", "active", "false");
        assertThat(refused.exitCode()).isEqualTo(1);
    }

    @Test
    void endsWithTheExitCodeOfTheCommand() {
        CommandLineProcess usher = new CommandLineProcess(folder, Map.of());
        assertThat(usher.execute("", "schema", "dance").exitCode()).isEqualTo(2);
        assertThat(usher.execute("", "user", "list").exitCode()).isEqualTo(3);
        assertThat(folder.resolve("usher.db")).doesNotExist();
    }

    @Test
    void asksNobodyWhereThereIsNoTerminal() {
        CommandLineProcess usher = new CommandLineProcess(folder, Map.of());
        usher.execute("", "schema", "create");
        Result result = usher.execute("", "user", "create", "arthur@camelot.bt");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--password-stdin");
    }
}

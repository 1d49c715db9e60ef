package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.jdbc.UserTable;
import dev.usher.schema.SqlFailures;
import dev.usher.schema.UserSchema;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One command on a database: its common options, and where it prints. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused, or a problem was found",
            "2:wrong usage",
            "3:the database cannot be reached, or is too busy"
        })
abstract class DatabaseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions databaseOptions = new DatabaseOptions();

    @Mixin
    private final TableOptions tableOptions = new TableOptions();

    private final Surroundings surroundings;

    DatabaseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    final TableOptions tableOptions() {
        return tableOptions;
    }

    final UserSchema schema() {
        UserTable<?, ?> table = tableOptions.read();
        return table.schema();
    }

    /** Which database; warns of a password that can be seen. */
    final Database database() {
        if (databaseOptions.exposesPassword()) {
            note("warning: others on this machine can see the password in --url; put it into "
                    + DatabaseOptions.PASSWORD_VARIABLE + ", or the URL into USHER_DATASOURCE_URL");
        }
        return databaseOptions.read(surroundings.settings());
    }

    /** Opens the database; asks for its password if it wants one that nobody has given. */
    final DataSource open(Database database, Absent file) {
        try {
            DataSource dataSource = database.open(file);
            return database.password() == null && wantsPassword(dataSource)
                    ? askForPassword(database).open(file)
                    : dataSource;
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    private Database askForPassword(Database database) {
        Optional<String> typed = surroundings.terminal().askSecretly("Password of the database: ");
        return typed.map(database::withPassword).orElse(database);
    }

    /** 08004 is what PostgreSQL's driver says without asking the server again, 28P01 what the server says. */
    private static boolean wantsPassword(DataSource dataSource) throws SQLException {
        try {
            dataSource.getConnection().close();
            return false;
        } catch (SQLException e) {
            if ("08004".equals(e.getSQLState()) || "28P01".equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }

    /** What was asked for, on standard output. */
    final void say(String line) {
        out().println(line);
    }

    /** What is beside it, on standard error. */
    final void note(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

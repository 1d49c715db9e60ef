package dev.usher.cli;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.SqlFailures;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what went wrong and what to do; a stack trace is for the unexpected only. */
final class Failures {

    /** Login refused, no such database. */
    private static final Set<String> CLOSED_STATES = Set.of("28000", "28P01", "3D000");

    private static final int SQLITE_NOT_A_DATABASE = 26;

    private Failures() {}

    /** The arguments are wrong. */
    static int misused(ParameterException e, String... args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("usher: " + explain(e));
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for what there is.");
        return ExitCode.USAGE;
    }

    /** Does not repeat an argument that nobody expected: it may be a password. */
    private static String explain(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && e.getCommandLine().getSubcommands().isEmpty()) {
            String argument = unmatched.getUnmatched().get(0);
            return argument.startsWith("--")
                    ? "there is no option " + argument.replaceFirst("=.*", "")
                    : "there is an argument too many, or an option that there is not";
        }
        return String.valueOf(e.getMessage()).replaceAll("\\R\\s*", " ");
    }

    /** The command failed. */
    static int failed(Exception e, CommandLine command, ParseResult ignored) {
        if (e instanceof ParameterException misuse) {
            return misused(misuse);
        }
        if (!isExpected(e)) {
            e.printStackTrace(command.getErr());
        }
        command.getErr().println("usher: " + explain(e));
        return exitCode(e);
    }

    private static int exitCode(Exception e) {
        if (isUnreachable(e)) {
            return ExitCode.UNREACHABLE;
        }
        return e instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.PROBLEM;
    }

    private static boolean isExpected(Exception e) {
        return isUnreachable(e)
                || e instanceof Refusal
                || e instanceof UsersException
                || e instanceof DatabaseException
                || e instanceof IllegalArgumentException;
    }

    private static String explain(Exception e) {
        if (isUnreachable(e)) {
            return "the database cannot be reached ("
                    + sql(e).map(Failures::firstLine).orElse(firstLine(e))
                    + "). Check that it is there, and --url, USHER_DATASOURCE_URL or DATABASE_URL.";
        }
        if (e instanceof DatabaseException) {
            return "the database refuses: " + sql(e).map(Failures::firstLine).orElse(firstLine(e));
        }
        if (e instanceof UsersException refused) {
            return refused.reason().orElse(refused.code().name());
        }
        return e instanceof Refusal ? String.valueOf(e.getMessage()) : firstLine(e);
    }

    /** Busy counts as not reachable: in both cases trying again later may work. */
    static boolean isUnreachable(Throwable e) {
        return SqlFailures.isUnavailable(e)
                || (e instanceof UsersException refused && refused.code() == ErrorCode.SERVICE_UNAVAILABLE)
                || sql(e).filter(Failures::isClosed).isPresent();
    }

    private static boolean isClosed(SQLException e) {
        return e.getSQLState() == null
                ? e.getErrorCode() == SQLITE_NOT_A_DATABASE
                : CLOSED_STATES.contains(e.getSQLState());
    }

    /** The driver's own words. */
    static Optional<SQLException> sql(Throwable e) {
        return Stream.iterate(e, each -> each != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static String firstLine(Throwable e) {
        return Printable.of(String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString()));
    }
}

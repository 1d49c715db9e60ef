package dev.usher.quickstart;

import dev.usher.schema.SchemaMismatchException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in a line what keeps the service from starting and what to do, in more where SQL mends it; the stack trace is for the unexpected only. */
final class StartupProblem {

    private StartupProblem() {}

    static String explain(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof BindException) {
                return "the port is taken or forbidden (" + cause.getMessage()
                        + "). Stop what listens there, or choose another port," + " e.g. SERVER_PORT=8081";
            }
            if (cause instanceof UnresolvedAddressException) {
                return "the host is unknown. Name one of this machine's own, e.g. SERVER_HOST=localhost";
            }
            if (cause instanceof SQLException) {
                return "the database cannot be opened (" + firstLine(cause) + "). Check that it is there and may be"
                        + " written, or name another, e.g. USHER_DATASOURCE_URL=jdbc:sqlite:usher.db";
            }
            if (cause instanceof SchemaMismatchException) {
                return cause.getMessage() + "\nRun this SQL, or start all the same with USHER_SCHEMA_CHECK=warn";
            }
            if (cause instanceof IllegalArgumentException) {
                return firstLine(cause);
            }
        }
        failure.printStackTrace();
        return failure.toString();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = failure; each != null && !causes.contains(each); each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }

    private static String firstLine(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(cause.toString());
    }
}

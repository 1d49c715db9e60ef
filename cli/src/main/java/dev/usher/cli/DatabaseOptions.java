package dev.usher.cli;

import dev.usher.schema.DatabaseUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, and as whom. */
final class DatabaseOptions {

    /** Where the database's password may be; no system property, because those are among a process' arguments. */
    static final String PASSWORD_VARIABLE = "USHER_DATABASE_PASSWORD";

    private static final String DEFAULT_URL = "jdbc:sqlite:usher.db";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "The database: jdbc:sqlite:users.db, postgresql://user@host/db, ...",
                "Default: usher.datasource.url or DATABASE_URL, else " + DEFAULT_URL
            })
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = {
                "As whom to connect. Default: the user in the URL",
                "The password is taken from the URL or from " + PASSWORD_VARIABLE + ", or asked for."
            })
    private @Nullable String user;

    /** Where, and as whom, as far as options and configuration tell. */
    Database read(Settings settings) {
        Optional<String> given = Optional.ofNullable(url);
        DatabaseUrl where = DatabaseUrl.parse(given.or(() -> settings.find("usher.datasource.url"))
                .or(() -> settings.find("DATABASE_URL"))
                .orElse(DEFAULT_URL));
        boolean sameUser = user == null || where.user().filter(user::equals).isPresent();
        Optional<String> password =
                settings.variable(PASSWORD_VARIABLE).or(() -> sameUser ? where.password() : Optional.empty());
        return new Database(where, Optional.ofNullable(user).or(where::user).orElse(null), password.orElse(null));
    }

    /** Whether the password can be seen by everybody who sees this process. */
    boolean exposesPassword() {
        return url != null && DatabaseUrl.parse(url).password().isPresent();
    }
}

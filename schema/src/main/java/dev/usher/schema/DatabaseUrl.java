package dev.usher.schema;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, made of what an operator writes: a JDBC URL, or one as Heroku, Docker images and SQLAlchemy use.
 *
 * <p>User and password are taken out of the URL, so that it can be logged; {@code toString} redacts the password and
 * the settings, and no error repeats what was written.
 */
public final class DatabaseUrl {

    private final Dialect dialect;
    private final String jdbcUrl;
    private final @Nullable String user;
    private final @Nullable String password;

    DatabaseUrl(Dialect dialect, String jdbcUrl, @Nullable String user, @Nullable String password) {
        this.dialect = dialect;
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads a URL: {@code jdbc:sqlite:users.db}, {@code sqlite:///relative.db}, {@code sqlite:////absolute.db},
     * {@code jdbc:postgresql://host/db}, {@code postgresql://user:password@host:5432/db?sslmode=require} or the same
     * with {@code postgres:}. A driver of SQLAlchemy's is ignored, as in {@code postgresql+asyncpg:}.
     *
     * <p>{@code @}, {@code :}, {@code /}, {@code ?} and {@code %} in user and password are percent-encoded.
     *
     * @throws IllegalArgumentException if it is none of these, or a SQLite database in memory
     */
    public static DatabaseUrl parse(String text) {
        String url = text.strip();
        int colon = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : url.indexOf(':');
        String scheme = url.substring(0, Math.max(colon, 0));
        String rest = url.substring(colon + 1);
        return switch (scheme.replaceFirst("\\+\\w+$", "")) {
            case "jdbc:sqlite" -> SqliteUrl.ofJdbc(rest);
            case "sqlite" -> SqliteUrl.ofSqlAlchemy(rest);
            case "jdbc:postgresql", "postgresql", "postgres" -> PostgresUrl.parse(rest);
            default ->
                throw new IllegalArgumentException("a database URL begins with jdbc:sqlite:, sqlite:///,"
                        + " jdbc:postgresql://, postgresql:// or postgres://");
        };
    }

    public Dialect dialect() {
        return dialect;
    }

    /** For {@link java.sql.DriverManager}, a pool or a data source; without user and password. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** Decoded. */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Decoded. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** The driver properties to open connections with, see {@link Dialect#connectionProperties()}. */
    public Map<String, String> properties() {
        return dialect.connectionProperties();
    }

    @Override
    public String toString() {
        String place = jdbcUrl.replaceFirst("\\?.*", "?…");
        return "DatabaseUrl[" + place + ", user=" + user + (password == null ? "]" : ", password=redacted]");
    }
}

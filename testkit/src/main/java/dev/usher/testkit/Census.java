package dev.usher.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.testkit.Catalogue.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A table of very many users; every second one has an account, a token and a revoked token. The n-th user is the same on
 * every engine, and her tokens expire n seconds after the first one's.
 *
 * @param users how many
 */
record Census(int users) {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final int BATCH = 10_000;
    private static final int SUPERUSERS_EACH = 1000;
    private static final List<String> USER = List.of(
            "id",
            "email",
            "hashed_password",
            "is_active",
            "is_superuser",
            "is_verified",
            "token_version",
            "row_version",
            "created_at",
            "updated_at");
    private static final List<String> ACCOUNT =
            List.of("id", "user_id", "oauth_name", "account_id", "account_email", "access_token");
    private static final List<String> TOKEN = List.of("digest", "user_id", "token_version", "created_at", "expires_at");
    private static final List<String> REVOKED = List.of("token_id", "expires_at");
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2E$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGg";

    static UUID id(int n) {
        return UUID.nameUUIDFromBytes(("user" + n).getBytes(UTF_8));
    }

    static String email(int n) {
        return id(n).toString().substring(0, 6) + "." + n + "@camelot.bt";
    }

    static String digest(int n) {
        return (id(n).toString() + id(n)).replace("-", "");
    }

    /** What the n-th user has in the columns of a table. */
    private interface Row {
        List<Object> of(int n);
    }

    void fill(DataSource dataSource) {
        Catalogue catalogue = CatalogueReader.read(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, insert(catalogue, "users", USER), 1, Census::user);
            fill(connection, insert(catalogue, "oauth_account", ACCOUNT), 2, Census::account);
            fill(connection, insert(catalogue, "access_token", TOKEN), 2, Census::token);
            fill(connection, insert(catalogue, "revoked_token", REVOKED), 2, Census::revokedToken);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        } catch (SQLException e) {
            throw new AssertionError("the tables could not be filled", e);
        }
    }

    private static List<Object> user(int n) {
        boolean superuser = n % SUPERUSERS_EACH == 0;
        return List.of(id(n), email(n), HASH, true, superuser, n % 2 == 0, 7, 0, NOON, NOON);
    }

    private static List<Object> account(int n) {
        return List.of(id(n), id(n), n % 4 == 0 ? "google" : "github", String.valueOf(n), email(n), "sealed");
    }

    private static List<Object> token(int n) {
        return List.of(digest(n), id(n), 7, NOON, NOON.plusSeconds(n));
    }

    private static List<Object> revokedToken(int n) {
        return List.of(digest(n), NOON.plusSeconds(n));
    }

    /** Columns of the application's own that must have a value have always the same. */
    private static String insert(Catalogue catalogue, String table, List<String> columns) {
        List<Column> own = catalogue.table(table).columns().stream()
                .filter(each -> !each.nullable() && !columns.contains(each.name()))
                .toList();
        String names = Sql.quoted(
                Stream.concat(columns.stream(), own.stream().map(Column::name)).toList());
        String values = Stream.concat(
                        columns.stream().map(each -> "?"), own.stream().map(Sql::literal))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
    }

    private void fill(Connection connection, String sql, int step, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int n = 0; n < users; n += step) {
                bind(insert, row.of(n));
                insert.addBatch();
                if (n % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** A UUID's text of type OTHER is what both engines turn into the column's type. */
    private static void bind(PreparedStatement insert, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof UUID) {
                insert.setObject(i + 1, value.toString(), Types.OTHER);
            } else {
                insert.setObject(i + 1, value instanceof Instant instant ? Timestamp.from(instant) : value);
            }
        }
    }
}

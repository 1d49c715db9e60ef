package dev.usher.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
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
    private static final ColumnType<UUID> ID = IdType.UUID.columnType();
    private static final ColumnType<String> TEXT = ColumnType.text();
    private static final ColumnType<Boolean> FLAG = ColumnType.bool();
    private static final ColumnType<Integer> VERSION = ColumnType.integer();
    private static final ColumnType<Instant> INSTANT = ColumnType.instant();

    static UUID id(int n) {
        return UUID.nameUUIDFromBytes(("user" + n).getBytes(UTF_8));
    }

    static String email(int n) {
        return id(n).toString().substring(0, 6) + "." + n + "@camelot.bt";
    }

    static String digest(int n) {
        return (id(n).toString() + id(n)).replace("-", "");
    }

    /** Binds the row of the n-th user. */
    private interface Row {
        void write(Parameters parameters, int n) throws SQLException;
    }

    void fill(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            fill(
                    connection,
                    1,
                    "users (id, email, hashed_password, is_active, is_superuser, is_verified, token_version,"
                            + " row_version, created_at, updated_at, seat) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (row, n) -> row.add(ID, id(n))
                            .add(TEXT, email(n))
                            .add(
                                    TEXT,
                                    "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2E$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGg")
                            .add(FLAG, true)
                            .add(FLAG, n % SUPERUSERS_EACH == 0)
                            .add(FLAG, n % 2 == 0)
                            .add(VERSION, 7)
                            .add(VERSION, 0)
                            .add(INSTANT, NOON)
                            .add(INSTANT, NOON)
                            .add(VERSION, n));
            fill(
                    connection,
                    2,
                    "oauth_account (id, user_id, oauth_name, account_id, account_email, access_token)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    (row, n) -> row.add(ID, id(n))
                            .add(ID, id(n))
                            .add(TEXT, n % 4 == 0 ? "google" : "github")
                            .add(TEXT, String.valueOf(n))
                            .add(TEXT, email(n))
                            .add(TEXT, "sealed"));
            fill(
                    connection,
                    2,
                    "access_token (digest, user_id, token_version, created_at, expires_at)" + " VALUES (?, ?, ?, ?, ?)",
                    (row, n) -> row.add(TEXT, digest(n))
                            .add(ID, id(n))
                            .add(VERSION, 7)
                            .add(INSTANT, NOON)
                            .add(INSTANT, NOON.plusSeconds(n)));
            fill(connection, 2, "revoked_token (token_id, expires_at) VALUES (?, ?)", (row, n) -> row.add(
                            TEXT, digest(n))
                    .add(INSTANT, NOON.plusSeconds(n)));
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    private void fill(Connection connection, int step, String table, Row row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table)) {
            for (int n = 0; n < users; n += step) {
                row.write(new Parameters(insert), n);
                insert.addBatch();
                if (n % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}

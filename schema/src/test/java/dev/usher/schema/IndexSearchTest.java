package dev.usher.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look-ups, pages and prefixes use the plain indexes, and both engines order text alike. */
class IndexSearchTest {

    private static final int USERS = 3000;
    private static final UserSchema SCHEMA = UserSchema.of("users", IdType.STRING);

    /** What holds on every engine. */
    abstract static class Search {

        abstract DataSource dataSource();

        abstract String explain();

        abstract boolean isIndexSearch(String plan, String index);

        private DataSource filled() throws SQLException {
            DataSource dataSource = dataSource();
            Schema.create(dataSource, SCHEMA);
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO users VALUES (?, ?, '!', true,"
                            + " false, true, 1, 0, '2026-11-20 12:00:00', '2026-11-20 12:00:00')")) {
                connection.setAutoCommit(false);
                for (int i = 0; i < USERS; i++) {
                    insert.setString(1, "id-" + i);
                    insert.setString(2, "knight-" + i + "@camelot.bt");
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                connection.setAutoCommit(true);
                Dialect.execute(connection, "ANALYZE");
            }
            return dataSource;
        }

        private String plan(DataSource dataSource, String sql) throws SQLException {
            return String.join("\n", column(dataSource, explain() + sql));
        }

        final List<String> column(DataSource dataSource, String sql) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                List<String> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add(row.getString(row.getMetaData().getColumnCount()));
                }
                return lines;
            }
        }

        @Test
        void isWhatLookUpsAndListingsNeed() throws SQLException {
            DataSource dataSource = filled();

            for (String query : List.of(
                    "WHERE email = 'knight-7@camelot.bt'",
                    "WHERE email > 'knight-7@camelot.bt' ORDER BY email LIMIT 20",
                    "WHERE email >= 'knight-77' AND email < 'knight-78' ORDER BY email LIMIT 20",
                    "WHERE email >= 'knight-77' AND email < 'knight-78' AND email > 'knight-771' ORDER BY email LIMIT 20",
                    "ORDER BY email LIMIT 20")) {
                String plan = plan(dataSource, "SELECT * FROM users " + query);
                assertThat(isIndexSearch(plan, "email")).as(query + "\n" + plan).isTrue();
            }
            String plan = plan(dataSource, "SELECT * FROM users WHERE id > 'id-77' ORDER BY id LIMIT 20");
            assertThat(isIndexSearch(plan, "pkey")).as(plan).isTrue();
        }

        @Test
        void ordersByBytes() throws SQLException {
            DataSource dataSource = dataSource();
            Schema.create(dataSource, SCHEMA);
            List<String> sorted = List.of("A", "Z", "_", "a", "a-b", "ab", "b", "é", "日", "😀");
            try (Connection connection = dataSource.getConnection()) {
                Dialect.execute(
                        connection,
                        "INSERT INTO revoked_token VALUES "
                                + sorted.stream()
                                        .sorted((a, b) -> b.compareToIgnoreCase(a))
                                        .map(each -> "('" + each + "', '2026-11-20 12:00:00')")
                                        .collect(Collectors.joining(", ")));
            }

            assertThat(column(dataSource, "SELECT token_id FROM revoked_token ORDER BY token_id"))
                    .isEqualTo(sorted);
        }
    }

    @Nested
    class OnSqlite extends Search {

        private final Path folder;

        OnSqlite(@TempDir Path folder) {
            this.folder = folder;
        }

        @Override
        DataSource dataSource() {
            return Sqlite.safe(folder);
        }

        @Override
        String explain() {
            return "EXPLAIN QUERY PLAN ";
        }

        @Override
        boolean isIndexSearch(String plan, String index) {
            String used = index.equals("pkey") ? "sqlite_autoindex_users_1" : "sqlite_autoindex_users_2";
            return plan.contains("USING INDEX " + used) && !plan.contains("TEMP B-TREE");
        }
    }

    @Nested
    class OnPostgres extends Search {

        private final DataSource schema = Postgres.emptySchema();

        @Override
        DataSource dataSource() {
            return schema;
        }

        @Override
        String explain() {
            return "EXPLAIN ";
        }

        @Override
        boolean isIndexSearch(String plan, String index) {
            // a handful of rows may be fetched by bitmap and then sorted
            return plan.contains("users_" + (index.equals("pkey") ? "pkey" : "email_key"))
                    && !plan.contains("Seq Scan");
        }
    }
}

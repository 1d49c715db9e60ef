package dev.usher.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class LookUpPlansTest {

    @Nested
    class OnSqlite extends LookUpPlans {

        OnSqlite(@TempDir Path folder) {
            super("sqlite", Engine.sqlite(folder));
        }

        @Override
        List<String> explain(Connection connection, String sql) throws SQLException {
            return steps(connection, "EXPLAIN QUERY PLAN " + sql);
        }

        @Override
        boolean isScan(String step) {
            return step.startsWith("SCAN") && !step.contains("USING");
        }

        @Override
        boolean isSearch(String step) {
            return step.startsWith("SEARCH");
        }
    }

    @Nested
    class OnPostgres extends LookUpPlans {

        private static final Pattern PARAMETER = Pattern.compile("\\?");

        OnPostgres() {
            super("postgresql", Engine.postgres());
        }

        /** The plan for whatever values, which is what a statement has that is prepared once and run often. */
        @Override
        List<String> explain(Connection connection, String sql) throws SQLException {
            AtomicInteger count = new AtomicInteger();
            String numbered = PARAMETER.matcher(sql).replaceAll(match -> "\\$" + count.incrementAndGet());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET plan_cache_mode = force_generic_plan");
                statement.execute("PREPARE look_up AS " + numbered);
                String values = String.join(", ", Collections.nCopies(count.get(), "NULL"));
                return steps(connection, "EXPLAIN (COSTS OFF) EXECUTE look_up (" + values + ")");
            } finally {
                reset(connection);
            }
        }

        private static void reset(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DEALLOCATE look_up");
                statement.execute("RESET plan_cache_mode");
            }
        }

        @Override
        boolean isScan(String step) {
            return step.contains("Seq Scan");
        }

        @Override
        boolean isSearch(String step) {
            return step.startsWith("Index Cond");
        }
    }
}

package dev.usher.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What an engine tells of how it runs a statement. */
enum QueryPlans {
    SQLITE {
        @Override
        List<String> explain(Statement statement, String sql) throws SQLException {
            return steps(statement, "EXPLAIN QUERY PLAN " + sql);
        }

        @Override
        boolean isScan(String step) {
            return step.startsWith("SCAN") && !step.contains("USING");
        }

        @Override
        boolean isSearch(String step) {
            return step.startsWith("SEARCH");
        }
    },
    POSTGRESQL {
        /** The plan for whatever values, which is what a statement has that is prepared once and run often. */
        @Override
        List<String> explain(Statement statement, String sql) throws SQLException {
            AtomicInteger count = new AtomicInteger();
            String numbered = PARAMETER.matcher(sql).replaceAll(match -> "\\$" + count.incrementAndGet());
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE look_up AS " + numbered);
            try {
                String values = String.join(", ", Collections.nCopies(count.get(), "NULL"));
                return steps(statement, "EXPLAIN (COSTS OFF) EXECUTE look_up (" + values + ")");
            } finally {
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
    };

    private static final Pattern PARAMETER = Pattern.compile("\\?");
    private static final Pattern HAS_PLAN =
            Pattern.compile("\\s*(SELECT|UPDATE|DELETE|WITH)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The plan of a statement with parameters, a line for each step. */
    abstract List<String> explain(Statement statement, String sql) throws SQLException;

    /** Whether a step reads a table from one end to the other. */
    abstract boolean isScan(String step);

    /** Whether a step goes to where a value is in an index. */
    abstract boolean isSearch(String step);

    static QueryPlans of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return valueOf(connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT));
        } catch (SQLException e) {
            throw new AssertionError("the engine could not be asked for its name", e);
        }
    }

    /** The plans of those that look for something; there must be one. */
    List<List<String>> of(List<String> statements, DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<List<String>> plans = new ArrayList<>();
            for (String sql : statements) {
                if (HAS_PLAN.matcher(sql).matches()) {
                    plans.add(explain(statement, sql));
                }
            }
            if (plans.isEmpty()) {
                throw new AssertionError("nothing was looked for: " + statements);
            }
            return plans;
        } catch (SQLException e) {
            throw new AssertionError("there is no plan of " + statements, e);
        }
    }

    private static List<String> steps(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            List<String> steps = new ArrayList<>();
            while (row.next()) {
                steps.add(row.getString(row.getMetaData().getColumnCount()).strip());
            }
            return steps;
        }
    }
}

package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.IdType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every look-up is an index search, by the plan that the engine makes of the statement that the adapter sends. With
 * {@code -Dusher.test.users=1000000} it is measured, too, and a table for the documentation is written to
 * {@code target/}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookUpPlans {

    private static final String COUNT = "usher.test.users";
    private static final int USERS = Integer.getInteger(COUNT, 200_000);
    private static final int MANY = 1000;
    private static final int FEW = 10;

    private final UserTable<Knight<UUID>, UUID> table = Knight.table("users", IdType.UUID);
    private final String name;
    private final HikariDataSource pool;
    private final TamperedDataSource recorded;

    LookUpPlans(String name, Engine engine) {
        this.name = name;
        this.pool = engine.pool(1, this::hurry);
        this.recorded = new TamperedDataSource(pool);
    }

    /** For the filling alone: what one driver knows, the other ignores. */
    private void hurry(HikariConfig config) {
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("synchronous", "OFF");
    }

    /** The plan of a statement with parameters, a line for each step. */
    abstract List<String> explain(Connection connection, String sql) throws SQLException;

    /** Whether a step reads a table from one end to the other. */
    abstract boolean isScan(String step);

    /** Whether a step goes to where a value is in an index. */
    abstract boolean isSearch(String step);

    @BeforeAll
    void fill() throws SQLException {
        table.createTables(pool);
        new Census(USERS).fill(pool);
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    @TestFactory
    Stream<DynamicTest> isAnIndexSearch() {
        return new LookUps(recorded, table)
                .all().stream()
                        .map(lookUp ->
                                DynamicTest.dynamicTest(lookUp.name(), () -> assertIndexSearch(lookUp, plan(lookUp))));
    }

    @Test
    void isMeasuredOnDemand() throws IOException, SQLException {
        if (System.getProperty(COUNT) != null) {
            List<String> lines =
                    new ArrayList<>(List.of("| look-up | plan | median | 99 of 100 |", "|---|---|---:|---:|"));
            for (LookUp lookUp : new LookUps(recorded, table).all()) {
                lines.add("| " + lookUp.name() + " | " + summary(plan(lookUp)) + " | " + measured(lookUp) + " |");
            }
            Files.write(Path.of("target", "look-ups-" + name + ".md"), lines);
        }
    }

    private void assertIndexSearch(LookUp lookUp, List<String> plan) {
        assertThat(plan).as("plan").noneMatch(this::isScan);
        if (lookUp.kind() != LookUp.Kind.FROM_THE_START) {
            assertThat(plan).as("plan").anyMatch(this::isSearch);
        }
    }

    private List<String> plan(LookUp lookUp) throws SQLException {
        lookUp.call().accept(0);
        String sql = recorded.statements.get(recorded.statements.size() - 1);
        try (Connection connection = pool.getConnection()) {
            return explain(connection, sql);
        }
    }

    final List<String> steps(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> steps = new ArrayList<>();
            while (row.next()) {
                steps.add(row.getString(row.getMetaData().getColumnCount()).strip());
            }
            return steps;
        }
    }

    private static String summary(List<String> plan) {
        return String.join(
                "<br>",
                plan.stream()
                        .filter(step -> step.matches(".*(Scan|Cond|Filter|SCAN|SEARCH|B-TREE|Sort ).*"))
                        .map(step -> "`" + step.replaceFirst("^->\\s+", "").replaceAll("\\(actual.*", "") + "`")
                        .toList());
    }

    private String measured(LookUp lookUp) {
        int times = lookUp.kind() == LookUp.Kind.WRITING ? FEW : MANY;
        long[] nanos = new long[times];
        for (int warmUp = 0; warmUp < times && times == MANY; warmUp++) {
            lookUp.call().accept(user(warmUp, times) + 1);
        }
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            lookUp.call().accept(user(i, times));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return millis(nanos[times / 2]) + " | " + millis(nanos[times * 99 / 100]);
    }

    /** Users far from each other; those who expired first come first. */
    private static int user(int i, int times) {
        return (int) ((long) (i + 1) * (USERS - 2) / times);
    }

    private static String millis(long nanos) {
        return "%.2f ms".formatted(nanos / 1e6);
    }
}

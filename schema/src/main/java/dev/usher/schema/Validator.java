package dev.usher.schema;

import dev.usher.schema.Comparison.Finding;
import dev.usher.schema.Difference.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares live tables with their descriptions, and knows what mends them. */
final class Validator {

    private final Dialect dialect;
    private final Filler filler;

    Validator(Dialect dialect, Clock clock) {
        this.dialect = dialect;
        this.filler = new Filler(dialect, clock.instant());
    }

    List<Difference> differences(Connection connection, List<Table> tables) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        for (Table table : tables) {
            Optional<LiveTable> live = live(connection, table.name());
            differences.addAll(live.isPresent() ? differences(connection, table, live.get()) : List.of(missing(table)));
        }
        return differences;
    }

    private Optional<LiveTable> live(Connection connection, Identifier table) throws SQLException {
        return switch (dialect) {
            case SQLITE -> SqliteCatalogue.read(connection, table);
            case POSTGRESQL -> PostgresCatalogue.read(connection, table);
        };
    }

    private Difference missing(Table table) {
        return new Difference(
                Kind.MISSING_TABLE,
                table.name(),
                List.of(),
                table.name().name() + " is missing",
                new Repair(table.statements(dialect), false));
    }

    private List<Difference> differences(Connection connection, Table table, LiveTable live) throws SQLException {
        List<Finding> findings = Comparison.of(table, live);
        List<Repair> repairs = repairs(connection, table, live, findings);
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            differences.add(new Difference(
                    finding.kind(), table.name(), finding.columns(), finding.description(), repairs.get(i)));
        }
        return differences;
    }

    private List<Repair> repairs(Connection connection, Table table, LiveTable live, List<Finding> findings)
            throws SQLException {
        if (dialect == Dialect.SQLITE) {
            return new SqliteRepairs(table, filler).repairs(connection, live, findings);
        }
        PostgresRepairs repairs = new PostgresRepairs(table, live, filler);
        return findings.stream().map(repairs::repair).toList();
    }
}

package dev.usher.schema;

import dev.usher.schema.Comparison.Finding;
import dev.usher.schema.Difference.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How SQLite mends a table: by adding columns and indexes, and everything else by a rebuild, which mends it all. */
final class SqliteRepairs {

    private final Table table;
    private final CreateTable ddl;
    private final Filler filler;

    SqliteRepairs(Table table, Filler filler) {
        this.table = table;
        this.ddl = new CreateTable(table, Dialect.SQLITE);
        this.filler = filler;
    }

    List<Repair> repairs(Connection connection, LiveTable live, List<Finding> findings) throws SQLException {
        if (findings.stream().allMatch(this::isSimple)) {
            return findings.stream().map(this::simple).toList();
        }
        Repair rebuild = SqliteRebuild.read(connection, table, live).repair(filler);
        return findings.stream().map(finding -> rebuild).toList();
    }

    private boolean isSimple(Finding finding) {
        return switch (finding.kind()) {
            case MISSING_COLUMN -> isSimple(table.column(finding.column()));
            case NOT_UNIQUE, MISSING_INDEX -> true;
            default -> false;
        };
    }

    private boolean isSimple(Column column) {
        boolean refers =
                table.references().stream().anyMatch(each -> each.column().equals(column.name()));
        return !refers
                && switch (column.role()) {
                    case PLAIN, INDEXED, RARELY_TRUE -> true;
                    case KEY, GENERATED_KEY, UNIQUE -> false;
                };
    }

    private Repair simple(Finding finding) {
        if (finding.kind() == Kind.MISSING_COLUMN) {
            return Repair.of(addColumn(table.column(finding.column())));
        }
        return Repair.of(
                finding.kind() == Kind.NOT_UNIQUE
                        ? ddl.uniqueIndex(finding.columns())
                        : ddl.index(table.column(finding.column())));
    }

    private String addColumn(Column column) {
        String add = "ALTER TABLE " + table.name().quoted() + " ADD COLUMN " + ddl.declaration(column);
        return column.type().isNullable() ? add : add + " DEFAULT " + filler.of(column);
    }
}

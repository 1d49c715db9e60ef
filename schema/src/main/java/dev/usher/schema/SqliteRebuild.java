package dev.usher.schema;

import dev.usher.schema.Column.Role;
import dev.usher.schema.LiveTable.LiveColumn;
import dev.usher.schema.LiveTable.LiveIndex;
import dev.usher.schema.LiveTable.LiveReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a SQLite table anew and moves the rows. Columns that Usher does not know keep type, default, uniqueness and
 * references; indexes and triggers are made again. CHECK constraints on such columns are lost.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">Making other kinds of table schema changes</a>
 */
final class SqliteRebuild {

    private static final String SCRIPTS = """
            SELECT name, sql FROM sqlite_master
            WHERE tbl_name = ? COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name""";
    private static final String DEFAULTS = """
            SELECT name, dflt_value FROM pragma_table_xinfo(?) WHERE dflt_value IS NOT NULL""";

    private record Named(String name, String value) {}

    private final Table table;
    private final LiveTable live;
    private final List<Named> scripts;
    private final Map<String, String> defaults;
    private final CreateTable ddl;
    private final Identifier fresh;

    private SqliteRebuild(Table table, LiveTable live, List<Named> scripts, Map<String, String> defaults) {
        this.table = table;
        this.live = live;
        this.scripts = scripts;
        this.defaults = defaults;
        this.ddl = new CreateTable(table, Dialect.SQLITE);
        this.fresh = table.name().derived("_rebuilt");
    }

    static SqliteRebuild read(Connection connection, Table table, LiveTable live) throws SQLException {
        String name = table.name().name();
        Map<String, String> defaults = new TreeMap<>();
        Rows.of(connection, DEFAULTS, name, row -> new Named(row.getString(1), row.getString(2)))
                .forEach(each -> defaults.put(each.name(), each.value()));
        List<Named> scripts = Rows.of(connection, SCRIPTS, name, row -> new Named(row.getString(1), row.getString(2)));
        return new SqliteRebuild(table, live, scripts, defaults);
    }

    Repair repair(Filler filler) {
        List<String> statements = new ArrayList<>();
        statements.add(ddl.createTable("", fresh, further()));
        statements.add(copy(filler));
        orphans().forEach(statements::add);
        keepSequence().forEach(statements::add);
        statements.add("DROP TABLE " + table.name().quoted());
        statements.add(
                "ALTER TABLE " + fresh.quoted() + " RENAME TO " + table.name().quoted());
        ddl.indexes().forEach(statements::add);
        scripts.stream()
                .filter(script -> ddl.indexes().noneMatch(index -> index.contains(quoted(script.name()))))
                .map(Named::value)
                .forEach(statements::add);
        return new Repair(statements, true);
    }

    private List<String> further() {
        return Stream.of(
                        unknown().map(this::declaration),
                        live.indexes().stream()
                                .filter(this::isUnknownConstraint)
                                .map(SqliteRebuild::unique),
                        live.references().stream().filter(this::isUnknown).map(SqliteRebuild::reference))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<LiveColumn> unknown() {
        return live.columns().stream().filter(column -> isUnknown(column.name()));
    }

    private boolean isUnknown(String column) {
        return table.columns().stream().noneMatch(each -> live.same(each.name().name(), column));
    }

    private boolean isUnknownConstraint(LiveIndex index) {
        return index.unique()
                && index.name().startsWith("sqlite_autoindex_")
                && index.columns().stream().anyMatch(this::isUnknown);
    }

    private boolean isUnknown(LiveReference reference) {
        return reference.columns().stream().allMatch(this::isUnknown);
    }

    private String declaration(LiveColumn column) {
        String value = defaults.get(column.name());
        return quoted(column.name()) + " " + column.type() + (column.required() ? " NOT NULL" : "")
                + (value == null ? "" : " DEFAULT (" + value + ")");
    }

    private static String unique(LiveIndex index) {
        return "UNIQUE (" + list(index.columns()) + ")";
    }

    private static String reference(LiveReference reference) {
        return "FOREIGN KEY (%s) REFERENCES %s%s%s"
                .formatted(
                        list(reference.columns()),
                        quoted(reference.table()),
                        reference.keys().isEmpty() ? "" : " (" + list(reference.keys()) + ")",
                        reference.cascades() ? " ON DELETE CASCADE" : "");
    }

    private String copy(Filler filler) {
        Map<String, String> values = new TreeMap<>();
        for (Column column : table.columns()) {
            value(column, filler).ifPresent(value -> values.put(column.name().quoted(), value));
        }
        unknown().forEach(column -> values.put(quoted(column.name()), quoted(column.name())));
        return "INSERT INTO %s (%s) SELECT %s FROM %s"
                .formatted(
                        fresh.quoted(),
                        String.join(", ", values.keySet()),
                        String.join(", ", values.values()),
                        table.name().quoted());
    }

    /** Empty for what the database makes, or leaves empty. */
    private Optional<String> value(Column column, Filler filler) {
        Optional<LiveColumn> old = live.column(column.name());
        if (old.isEmpty()) {
            boolean left = column.type().isNullable() || column.role() == Role.GENERATED_KEY;
            return left ? Optional.empty() : Optional.of(filler.of(column));
        }
        String value = table.name().quoted(column.name());
        if (Filler.isUuid(column)) {
            value = textOfUuid(value);
        }
        boolean required = !column.type().isNullable() && column.role() != Role.GENERATED_KEY;
        return Optional.of(required ? "coalesce(" + value + ", " + filler.of(column) + ")" : value);
    }

    /** What Hibernate's own DDL makes of a UUID on SQLite is a blob of 16 bytes. */
    private static String textOfUuid(String value) {
        return Stream.of("1, 8", "9, 4", "13, 4", "17, 4", "21, 12")
                .map(part -> "substr(hex(" + value + "), " + part + ")")
                .collect(Collectors.joining(
                        " || '-' || ",
                        "CASE typeof(" + value + ") WHEN 'blob' THEN lower(",
                        ") ELSE " + value + " END"));
    }

    private Stream<String> orphans() {
        return table.references().stream()
                .filter(each -> live.reference(each).isEmpty())
                .map(each -> each.deleteOrphans(fresh));
    }

    /** So that an id is not given out again that the old table has had. */
    private Stream<String> keepSequence() {
        boolean sequenced = table.columns().get(0).role() == Role.GENERATED_KEY && !live.reusesIds();
        return sequenced
                ? Stream.of(
                        "DELETE FROM sqlite_sequence WHERE name = " + text(fresh.name()),
                        "INSERT INTO sqlite_sequence (name, seq) SELECT %s, seq FROM sqlite_sequence WHERE name = %s"
                                .formatted(text(fresh.name()), text(table.name().name())))
                : Stream.of();
    }

    private static String list(List<String> names) {
        return names.stream().map(SqliteRebuild::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}

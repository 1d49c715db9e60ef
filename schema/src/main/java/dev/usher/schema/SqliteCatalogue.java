package dev.usher.schema;

import dev.usher.schema.LiveTable.LiveColumn;
import dev.usher.schema.LiveTable.LiveIndex;
import dev.usher.schema.LiveTable.LiveReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a table from {@code sqlite_master} and the pragmas. */
final class SqliteCatalogue {

    private static final String COLUMNS = """
            SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?) ORDER BY cid""";

    private static final String INDEXES = """
            SELECT i.name, i."unique", c.name, i.partial FROM pragma_index_list(?) i, pragma_index_xinfo(i.name) c
            WHERE c."key" = 1
            AND NOT EXISTS (SELECT 1 FROM pragma_index_xinfo(i.name) e WHERE e."key" = 1 AND e.name IS NULL)
            ORDER BY i.name, c.seqno""";

    private static final String REFERENCES = """
            SELECT id, "from", "table", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq""";

    private static final String DEFINITION = """
            SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE""";

    private static final Pattern QUOTED_OR_COMMENT =
            Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|\\[[^]]*]|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern AUTOINCREMENT = Pattern.compile("\\bAUTOINCREMENT\\b", Pattern.CASE_INSENSITIVE);

    private record Column(LiveColumn column, int keyPosition) {}

    private SqliteCatalogue() {}

    static Optional<LiveTable> read(Connection connection, Identifier table) throws SQLException {
        String name = table.name();
        List<String> definition = Rows.of(connection, DEFINITION, name, row -> row.getString(1));
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = Rows.of(connection, COLUMNS, name, SqliteCatalogue::column);
        return Optional.of(new LiveTable(
                Dialect.SQLITE,
                columns.stream().map(Column::column).toList(),
                columns.stream()
                        .filter(each -> each.keyPosition() > 0)
                        .sorted((a, b) -> Integer.compare(a.keyPosition(), b.keyPosition()))
                        .map(each -> each.column().name())
                        .toList(),
                Optional.empty(),
                indexes(connection, name),
                references(connection, name),
                !isAutoincrement(definition.get(0))));
    }

    /** The one declared type in which a primary key is the row id, which is made where none is given. */
    static boolean isRowId(String type) {
        return type.toLowerCase(Locale.ROOT).equals("integer");
    }

    private static boolean isAutoincrement(String sql) {
        return AUTOINCREMENT
                .matcher(QUOTED_OR_COMMENT.matcher(sql).replaceAll("''"))
                .find();
    }

    private static Column column(ResultSet row) throws SQLException {
        String type = row.getString(2);
        boolean rowId = row.getInt(5) == 1 && isRowId(type);
        boolean generated = rowId || row.getString(4) != null;
        return new Column(
                new LiveColumn(row.getString(1), type, rowId || row.getBoolean(3), "", generated), row.getInt(5));
    }

    private static List<LiveIndex> indexes(Connection connection, String table) throws SQLException {
        Map<String, LiveIndex> indexes = new LinkedHashMap<>();
        List<LiveIndex> parts = Rows.of(
                connection,
                INDEXES,
                table,
                row -> new LiveIndex(
                        row.getString(1), row.getBoolean(2), List.of(row.getString(3)), row.getBoolean(4)));
        parts.forEach(part -> indexes.merge(
                part.name(),
                part,
                (a, b) -> new LiveIndex(a.name(), a.unique(), joined(a.columns(), b.columns()), a.partial())));
        return List.copyOf(indexes.values());
    }

    private static List<LiveReference> references(Connection connection, String table) throws SQLException {
        Map<String, LiveReference> references = new LinkedHashMap<>();
        List<LiveReference> parts = Rows.of(connection, REFERENCES, table, SqliteCatalogue::reference);
        parts.forEach(part -> references.merge(
                part.name(),
                part,
                (a, b) -> new LiveReference(
                        a.name(),
                        joined(a.columns(), b.columns()),
                        a.table(),
                        joined(a.keys(), b.keys()),
                        a.cascades())));
        return List.copyOf(references.values());
    }

    private static LiveReference reference(ResultSet row) throws SQLException {
        String key = row.getString(4);
        return new LiveReference(
                row.getString(1),
                List.of(row.getString(2)),
                row.getString(3),
                key == null ? List.of() : List.of(key),
                row.getString(5).equals("CASCADE"));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}

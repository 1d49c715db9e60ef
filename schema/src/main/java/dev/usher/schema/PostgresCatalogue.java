package dev.usher.schema;

import dev.usher.schema.LiveTable.LiveColumn;
import dev.usher.schema.LiveTable.LiveIndex;
import dev.usher.schema.LiveTable.LiveReference;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a table, found by the search path as every statement finds it, from {@code pg_catalog}. */
final class PostgresCatalogue {

    /** A column without collation of its own has that of the database, which may be C too. */
    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                CASE WHEN l.collname = 'default' THEN (
                    SELECT CASE coalesce(to_jsonb(b) ->> 'datlocprovider', 'c') WHEN 'c' THEN b.datcollate END
                    FROM pg_database b WHERE b.datname = current_database()) ELSE l.collname END,
                a.attidentity <> '' OR a.atthasdef
            FROM pg_attribute a LEFT JOIN pg_collation l ON l.oid = a.attcollation
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";

    /** Not a deferrable one: ON CONFLICT passes it by. */
    private static final String INDEXES = """
            SELECT c.relname, i.indisunique AND i.indimmediate, i.indisprimary, ARRAY(
                SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, position)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                WHERE k.position <= coalesce((to_jsonb(i) ->> 'indnkeyatts')::int, i.indnatts) ORDER BY k.position),
                i.indpred IS NOT NULL
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = to_regclass(?) AND i.indisvalid AND i.indexprs IS NULL
            ORDER BY c.relname""";

    private static final String REFERENCES = """
            SELECT o.conname, ARRAY(SELECT a.attname::text FROM unnest(o.conkey) WITH ORDINALITY AS k(number, position)
                    JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.number ORDER BY k.position),
                c.relname,
                ARRAY(SELECT a.attname::text FROM unnest(o.confkey) WITH ORDINALITY AS k(number, position)
                    JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.number ORDER BY k.position),
                o.confdeltype = 'c'
            FROM pg_constraint o JOIN pg_class c ON c.oid = o.confrelid
            WHERE o.conrelid = to_regclass(?) AND o.contype = 'f' ORDER BY o.conname""";

    private record Index(boolean primary, LiveIndex index) {}

    private PostgresCatalogue() {}

    static Optional<LiveTable> read(Connection connection, Identifier table) throws SQLException {
        List<LiveColumn> columns = Rows.of(connection, COLUMNS, table.quoted(), PostgresCatalogue::column);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<Index> indexes = Rows.of(connection, INDEXES, table.quoted(), PostgresCatalogue::index);
        Optional<LiveIndex> key =
                indexes.stream().filter(Index::primary).map(Index::index).findFirst();
        return Optional.of(new LiveTable(
                Dialect.POSTGRESQL,
                columns,
                key.map(LiveIndex::columns).orElse(List.of()),
                key.map(LiveIndex::name),
                indexes.stream().map(Index::index).toList(),
                Rows.of(connection, REFERENCES, table.quoted(), PostgresCatalogue::reference),
                false));
    }

    private static LiveColumn column(ResultSet row) throws SQLException {
        String collation = row.getString(4);
        return new LiveColumn(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                collation == null ? "" : collation,
                row.getBoolean(5));
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(
                row.getBoolean(3),
                new LiveIndex(row.getString(1), row.getBoolean(2), names(row.getArray(4)), row.getBoolean(5)));
    }

    private static LiveReference reference(ResultSet row) throws SQLException {
        return new LiveReference(
                row.getString(1), names(row.getArray(2)), row.getString(3), names(row.getArray(4)), row.getBoolean(5));
    }

    private static List<String> names(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
    }
}

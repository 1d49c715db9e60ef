package dev.usher.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Everything an engine knows about the tables of the current schema, line by line, read from its own catalogue. */
final class LiveCatalogue {

    private static final String SQLITE = """
            SELECT 'sql', name, trim(replace(replace(sql, char(10), ' '), '    ', '')) FROM sqlite_master
                WHERE name NOT LIKE 'usher_schema_history%' AND sql IS NOT NULL
            UNION ALL
            SELECT 'column', t.name, c.name || ' ' || c.type || ' ' || c."notnull" || ' '
                    || coalesce(c.dflt_value, '-') || ' ' || c.pk || ' ' || c.hidden
                FROM sqlite_master t, pragma_table_xinfo(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'usher_schema_history%'
            UNION ALL
            SELECT 'index', t.name, i.name || ' ' || i."unique" || ' ' || i.origin || ' ' || c.seqno || ' '
                    || coalesce(c.name, '-') || ' ' || c.coll || ' ' || c."desc"
                FROM sqlite_master t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'usher_schema_history%'
            UNION ALL
            SELECT 'reference', t.name, f."from" || ' ' || f."table" || ' ' || f."to" || ' ' || f.on_delete
                FROM sqlite_master t, pragma_foreign_key_list(t.name) f
                WHERE t.type = 'table'
            ORDER BY 1, 2, 3""";

    private static final String POSTGRESQL = """
            SELECT 'column', c.relname, a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                    || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
                    || ' ' || a.attidentity::text || ' ' || a.attgenerated::text || ' ' || coalesce(l.collname, '-')
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                LEFT JOIN pg_collation l ON l.oid = a.attcollation
                WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
                    AND c.relname <> 'usher_schema_history'
            UNION ALL
            SELECT 'constraint', c.relname, o.conname || ' ' || pg_get_constraintdef(o.oid)
                FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relname <> 'usher_schema_history'
            UNION ALL
            SELECT 'index', c.relname, replace(pg_get_indexdef(i.indexrelid), current_schema() || '.', '')
                FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relname <> 'usher_schema_history'
            ORDER BY 1, 2, 3""";

    private LiveCatalogue() {}

    static List<String> of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(Dialect.of(connection) == Dialect.SQLITE ? SQLITE : POSTGRESQL)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getString(2) + ": " + rows.getString(3));
            }
            return lines;
        }
    }
}

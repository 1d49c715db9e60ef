package dev.usher.testkit;

import dev.usher.testkit.Catalogue.Column;
import dev.usher.testkit.Catalogue.Index;
import dev.usher.testkit.Catalogue.Reference;
import dev.usher.testkit.Catalogue.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the tables of the current schema. */
final class CatalogueReader {

    private static final String ANY = "%";
    private static final Pattern OUTER_QUOTES = Pattern.compile("^\"+|\"+$");

    private final DatabaseMetaData metaData;
    private final @Nullable String catalogue;
    private final @Nullable String schema;

    private CatalogueReader(Connection connection) throws SQLException {
        this.metaData = connection.getMetaData();
        this.catalogue = connection.getCatalog();
        this.schema = connection.getSchema();
    }

    static Catalogue read(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return new CatalogueReader(connection).tables();
        } catch (SQLException e) {
            throw new AssertionError("the catalogue could not be read", e);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Catalogue tables() throws SQLException {
        Map<String, List<Column>> columns = columns();
        List<Table> tables = new ArrayList<>();
        for (String name : names()) {
            List<Column> own = columns.getOrDefault(name, List.of());
            tables.add(new Table(name, own, key(name), indexes(name, own), references(name)));
        }
        return new Catalogue(tables);
    }

    private List<String> names() throws SQLException {
        return list(
                metaData.getTables(catalogue, schema, ANY, new String[] {"TABLE"}), row -> row.getString("TABLE_NAME"));
    }

    /** Of all tables at once, because a name would be taken for a pattern. */
    private Map<String, List<Column>> columns() throws SQLException {
        Map<String, List<Column>> columns = new HashMap<>();
        list(metaData.getColumns(catalogue, schema, ANY, ANY), row -> columns.computeIfAbsent(
                        row.getString("TABLE_NAME"), table -> new ArrayList<>())
                .add(column(row)));
        return columns;
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("COLUMN_NAME"),
                row.getString("TYPE_NAME"),
                row.getInt("COLUMN_SIZE"),
                row.getInt("NULLABLE") == DatabaseMetaData.columnNullable,
                row.getString("IS_AUTOINCREMENT").equals("YES"));
    }

    private List<String> key(String table) throws SQLException {
        return list(metaData.getPrimaryKeys(catalogue, schema, table), row -> row.getString("COLUMN_NAME"));
    }

    private List<Index> indexes(String table, List<Column> columns) throws SQLException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        list(metaData.getIndexInfo(catalogue, schema, table, false, true), row -> {
            boolean unique = !row.getBoolean("NON_UNIQUE");
            Index index =
                    indexes.computeIfAbsent(row.getString("INDEX_NAME"), name -> new Index(unique, new ArrayList<>()));
            return index.columns().add(named(row.getString("COLUMN_NAME"), columns));
        });
        return List.copyOf(indexes.values());
    }

    /** The driver of PostgreSQL spells a column of an index as SQL does, but for the outer quotes. */
    private static String named(String spelling, List<Column> columns) {
        return columns.stream()
                .map(Column::name)
                .filter(name ->
                        spelling.equals(OUTER_QUOTES.matcher(Sql.quoted(name)).replaceAll("")))
                .findFirst()
                .orElse(spelling);
    }

    private List<Reference> references(String table) throws SQLException {
        return list(
                metaData.getImportedKeys(catalogue, schema, table),
                row -> new Reference(
                        row.getString("FKCOLUMN_NAME"),
                        row.getString("PKTABLE_NAME"),
                        row.getString("PKCOLUMN_NAME"),
                        row.getInt("DELETE_RULE")));
    }

    private static <T> List<T> list(ResultSet rows, RowReader<T> reader) throws SQLException {
        try (rows) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }
}

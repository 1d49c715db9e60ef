package dev.usher.testkit;

import dev.usher.testkit.Catalogue.Column;
import dev.usher.testkit.Catalogue.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** SQL that PostgreSQL and SQLite understand. */
record Sql(DataSource dataSource) {

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    /** A statement with names, in quotes, where the pattern has {@code %s}. */
    static String of(String pattern, String... names) {
        return pattern.formatted(Stream.of(names).map(Sql::quoted).toArray());
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("refused: " + sql, e);
        }
    }

    /** Adds a row that has a value in each column that must have one. */
    void insert(Table table) {
        List<Column> required =
                table.columns().stream().filter(each -> !each.nullable()).toList();
        String names = quoted(required.stream().map(Column::name).toList());
        String values = required.stream().map(Sql::literal).collect(Collectors.joining(", "));
        execute(of("INSERT INTO %s", table.name()) + " (" + names + ") VALUES (" + values + ")");
    }

    /** Both engines turn text into whatever the column holds, and the digit into nearly everything. */
    static String literal(Column column) {
        String type = column.type().toLowerCase(Locale.ROOT);
        if (type.equals("uuid")) {
            return "'0e8400e2-9b41-4d4a-a716-446655440001'";
        }
        return type.startsWith("timestamp") || type.equals("date") ? "'2026-11-20 12:00:00'" : "'1'";
    }

    /** All rows, each as the table's name and the values. */
    List<List<String>> rows(Table table) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + quoted(table.name()))) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(values(table, row));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError("the rows of " + table.name() + " could not be read", e);
        }
    }

    private static List<String> values(Table table, ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>(List.of(table.name()));
        for (Column column : table.columns()) {
            values.add(column.name() + "=" + row.getString(column.name()));
        }
        return values;
    }
}

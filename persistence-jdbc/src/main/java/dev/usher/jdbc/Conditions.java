package dev.usher.jdbc;

import dev.usher.schema.ColumnType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row must be to be listed: a WHERE clause and its parameters. One shape of conditions is one text of SQL. */
final class Conditions {

    private final List<String> comparisons = new ArrayList<>();
    private final List<Parameter<?>> parameters = new ArrayList<>();

    /** @param value of the column; {@code null} asks for nothing */
    <T> void add(String comparison, ColumnType<T> type, @Nullable T value) {
        if (value != null) {
            comparisons.add(comparison);
            parameters.add(new Parameter<>(type, value));
        }
    }

    String where() {
        return comparisons.isEmpty() ? "" : " WHERE " + String.join(" AND ", comparisons);
    }

    Parameters bind(PreparedStatement statement) throws SQLException {
        Parameters bound = new Parameters(statement);
        for (Parameter<?> parameter : parameters) {
            parameter.addTo(bound);
        }
        return bound;
    }

    private record Parameter<T>(ColumnType<T> type, T value) {
        void addTo(Parameters bound) throws SQLException {
            bound.add(type, value);
        }
    }
}

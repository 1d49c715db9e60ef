package dev.usher.jdbc;

import dev.usher.schema.ColumnType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, bound one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int last;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    <T> Parameters add(ColumnType<T> type, @Nullable T value) throws SQLException {
        type.write(statement, ++last, value);
        return this;
    }
}

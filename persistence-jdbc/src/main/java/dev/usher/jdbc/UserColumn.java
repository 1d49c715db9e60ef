package dev.usher.jdbc;

import dev.usher.schema.Column;
import dev.usher.schema.ColumnType;
import dev.usher.schema.Identifier;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column and the property of a user that lies in it. */
record UserColumn<U, T>(
        Identifier name,
        ColumnType<T> type,
        Function<? super U, ? extends @Nullable T> getter,
        BiConsumer<? super U, ? super T> setter) {

    Column definition() {
        return new Column(name, type, Column.Role.PLAIN);
    }

    void write(PreparedStatement statement, int index, U user) throws SQLException {
        T value = getter.apply(user);
        if (value == null && !type.isNullable()) {
            throw new IllegalArgumentException("column " + name.name() + " takes no null");
        }
        type.write(statement, index, value);
    }

    @SuppressWarnings("NullAway") // the setter of a nullable column takes null
    void read(ResultSet row, int index, U user) throws SQLException {
        setter.accept(user, type.read(row, index));
    }
}

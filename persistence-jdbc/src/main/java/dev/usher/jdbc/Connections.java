package dev.usher.jdbc;

import dev.usher.schema.Dialect;
import dev.usher.schema.LocalTransaction;
import dev.usher.schema.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The data source; asked which engine it is, and whether it is safe to use, when its first connection is needed. */
final class Connections {

    private final DataSource dataSource;
    private volatile @Nullable Dialect dialect;

    Connections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    LocalTransaction begin() throws SQLException {
        Dialect known = dialect();
        return LocalTransaction.begin(dataSource.getConnection(), known);
    }

    <T extends @Nullable Object> T lend(SqlFunction<Connection, T> work) {
        try {
            dialect();
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                return work.apply(connection);
            }
        } catch (SQLException e) {
            throw SqlFailures.unchecked(e);
        }
    }

    /** Asks when it is first needed, on a connection of its own that is given back at once. */
    Dialect dialect() throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            try (Connection connection = dataSource.getConnection()) {
                known = Dialect.of(connection);
                known.requireSafe(connection);
            }
            dialect = known;
        }
        return known;
    }
}

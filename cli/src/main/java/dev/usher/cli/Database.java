package dev.usher.cli;

import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.Dialect;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * A database and as whom to connect to it.
 *
 * <p>No pool: a command works on one connection at a time, and a driver tells at once why it cannot connect.
 */
record Database(
        DatabaseUrl url, @Nullable String user, @Nullable String password) {

    /** Whether to open a SQLite file that is not there yet. */
    enum Absent {
        CREATED,
        REFUSED
    }

    Database withPassword(String other) {
        return new Database(url, user, other);
    }

    Dialect dialect() {
        return url.dialect();
    }

    DataSource open(Absent file) throws SQLException {
        return switch (dialect()) {
            case SQLITE -> sqlite(file);
            case POSTGRESQL -> postgres();
        };
    }

    private DataSource sqlite(Absent file) {
        Properties properties = new Properties();
        properties.putAll(url.properties());
        SQLiteConfig config = new SQLiteConfig(properties);
        if (file == Absent.REFUSED) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl(url.jdbcUrl());
        return dataSource;
    }

    private DataSource postgres() throws SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url.jdbcUrl());
        for (var property : url.properties().entrySet()) {
            dataSource.setProperty(property.getKey(), property.getValue());
        }
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Without user and password. */
    String place() {
        return url.jdbcUrl().replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "Database[" + place() + "]";
    }
}

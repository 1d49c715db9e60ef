package dev.usher.schema;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Unpooled data sources on SQLite files. */
final class Sqlite {

    private Sqlite() {}

    static DataSource safe(Path folder) {
        return with(folder, Map.of());
    }

    /** A safe one but for the properties given. */
    static DataSource with(Path folder, Map<String, String> changed) {
        Map<String, String> properties = new HashMap<>(Dialect.SQLITE.connectionProperties());
        properties.putAll(changed);
        return at("jdbc:sqlite:" + folder.resolve("users.db"), properties);
    }

    static DataSource at(String url, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        SQLiteDataSource dataSource = new SQLiteDataSource(new SQLiteConfig(properties));
        dataSource.setUrl(url);
        return dataSource;
    }
}

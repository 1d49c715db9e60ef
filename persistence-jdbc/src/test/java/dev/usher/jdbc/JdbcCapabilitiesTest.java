package dev.usher.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class JdbcCapabilitiesTest {

    @Nested
    class OnSqlite extends CapabilitiesOnEngine {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class OnPostgres extends CapabilitiesOnEngine {
        OnPostgres() {
            super(Engine.postgres());
        }
    }
}

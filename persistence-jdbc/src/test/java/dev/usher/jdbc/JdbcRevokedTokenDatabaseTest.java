package dev.usher.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class JdbcRevokedTokenDatabaseTest {

    @Nested
    class OnSqlite extends RevokedTokensOnEngine {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class OnPostgres extends RevokedTokensOnEngine {
        OnPostgres() {
            super(Engine.postgres());
        }
    }
}

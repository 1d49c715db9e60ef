package dev.usher.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class JdbcRevokedTokenDatabaseTest {

    @Nested
    class UuidOnSqlite extends RevokedTokensOnEngine.WithUuid {
        UuidOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class UuidOnPostgres extends RevokedTokensOnEngine.WithUuid {
        UuidOnPostgres() {
            super(Engine.postgres());
        }
    }

    @Nested
    class LongOnSqlite extends RevokedTokensOnEngine.WithLong {
        LongOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class LongOnPostgres extends RevokedTokensOnEngine.WithLong {
        LongOnPostgres() {
            super(Engine.postgres());
        }
    }

    @Nested
    class StringOnSqlite extends RevokedTokensOnEngine.WithString {
        StringOnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class StringOnPostgres extends RevokedTokensOnEngine.WithString {
        StringOnPostgres() {
            super(Engine.postgres());
        }
    }
}

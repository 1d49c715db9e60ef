package dev.usher.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FaultSweepTest {

    @Nested
    class OnSqlite extends FaultSweep<Long> {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder), IdKind.LONGS);
        }
    }

    @Nested
    class OnPostgres extends FaultSweep<Long> {
        OnPostgres() {
            super(Engine.postgres(), IdKind.LONGS);
        }
    }
}

package dev.usher.jdbc;

import dev.usher.schema.DatabaseException;
import dev.usher.testkit.FaultSweepContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class FaultSweepTest {

    abstract static class Sweep extends SqlOnEngine<Long> implements FaultSweepContract<Knight<Long>, Long> {

        Sweep(Engine engine) {
            super(engine, IdKind.LONGS);
        }

        @Override
        public Class<? extends RuntimeException> refusal() {
            return DatabaseException.class;
        }

        @Override
        public void spoil(Knight<Long> user) {
            user.motto("\0");
        }
    }

    @Nested
    class OnSqlite extends Sweep {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder));
        }
    }

    @Nested
    class OnPostgres extends Sweep {
        OnPostgres() {
            super(Engine.postgres());
        }
    }
}

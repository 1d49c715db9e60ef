package dev.usher.jdbc;

import dev.usher.testkit.LookUpContract;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class LookUpPlansTest {

    @Nested
    class OnSqlite extends SqlOnEngine<UUID> implements LookUpContract<Knight<UUID>> {
        OnSqlite(@TempDir Path folder) {
            super(Engine.sqlite(folder), IdKind.UUIDS);
        }
    }

    @Nested
    class OnPostgres extends SqlOnEngine<UUID> implements LookUpContract<Knight<UUID>> {
        OnPostgres() {
            super(Engine.postgres(), IdKind.UUIDS);
        }
    }
}

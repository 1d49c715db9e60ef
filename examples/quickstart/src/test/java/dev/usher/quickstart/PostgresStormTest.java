package dev.usher.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** The storms on PostgreSQL over JDBC, under an address as hosting services write it. */
class PostgresStormTest extends Storms {

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start();

    PostgresStormTest() throws IOException {}

    @Override
    Launch launch(Path folder) {
        return Launch.in(folder)
                .env("DATABASE_URL", "postgres://postgres@localhost:" + postgres.getPort() + "/postgres");
    }

    @Override
    MemberTable table() {
        return new MemberTable(postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    void stopServer() throws IOException {
        postgres.close();
    }
}

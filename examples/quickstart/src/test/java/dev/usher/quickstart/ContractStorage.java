package dev.usher.quickstart;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the quickstarts of one run of the contract keep their users: {@code -Dcontract.storage=jdbc-sqlite}, the default,
 * or {@code jpa-postgresql}. The build does both.
 *
 * @param launch starts a quickstart on it
 * @param table looks into it
 */
record ContractStorage(Launch launch, MemberTable table, Server server) implements AutoCloseable {

    /** In a folder that is empty. */
    static ContractStorage in(Path folder) {
        String name = System.getProperty("contract.storage", "jdbc-sqlite");
        return switch (name) {
            case "jdbc-sqlite" -> new ContractStorage(Launch.in(folder), MemberTable.in(folder), () -> {});
            case "jpa-postgresql" -> jpa(Launch.in(folder), new PostgresNode(folder.resolve("postgres")));
            default -> throw new IllegalArgumentException("no storage of the contract: " + name);
        };
    }

    private static ContractStorage jpa(Launch launch, PostgresNode postgres) {
        Launch onPostgres = launch.env("QUICKSTART_PERSISTENCE", "jpa").env("USHER_DATASOURCE_URL", postgres.url());
        return new ContractStorage(onPostgres, new MemberTable(postgres.url()), postgres::close);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The database server, if there is one. */
    interface Server {
        void close() throws IOException;
    }
}

package dev.usher.schema;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs Usher's versioned migrations. The one class that knows Flyway, loaded only where it is asked for. */
final class FlywayMigrations {

    private FlywayMigrations() {}

    static int run(Database database, UserSchema schema) {
        ClassLoader classes = FlywayMigrations.class.getClassLoader();
        Flyway flyway = Flyway.configure(classes)
                .dataSource(database.dataSource())
                .locations(Schema.migrations(database.dialect()))
                .table(Schema.HISTORY_TABLE)
                .placeholders(schema.placeholders(database.dialect()))
                // the application's own tables are there already, and perhaps Usher's, made by create() or adopted
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .load();
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            if (SqlFailures.isUnavailable(e)) {
                throw SqlFailures.unavailable(e);
            }
            throw e;
        }
    }
}

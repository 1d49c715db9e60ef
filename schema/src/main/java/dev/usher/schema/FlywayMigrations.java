package dev.usher.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs Usher's versioned migrations. The one class that knows Flyway, loaded only where it is asked for. */
final class FlywayMigrations {

    private FlywayMigrations() {}

    static int run(DataSource dataSource, Dialect dialect, UserSchema schema) {
        ClassLoader classes = FlywayMigrations.class.getClassLoader();
        Flyway flyway = Flyway.configure(classes)
                .dataSource(dataSource)
                .locations(Schema.migrations(dialect))
                .table(Schema.HISTORY_TABLE)
                .placeholders(schema.placeholders(dialect))
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

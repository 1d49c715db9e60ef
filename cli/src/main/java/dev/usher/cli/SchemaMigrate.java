package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import javax.sql.DataSource;
import picocli.CommandLine.Command;

/** {@code schema migrate}. */
@Command(
        name = "migrate",
        description = {
            "Runs those of Usher's versioned migrations that did not run yet, for production. Which ones is noted in"
                    + " the table " + Schema.HISTORY_TABLE + ". Columns of the application's own come afterwards, by"
                    + " its own migrations."
        },
        footer = {"%nExample:", "  usher schema migrate --url postgresql://camelot@localhost/camelot"})
final class SchemaMigrate extends DatabaseCommand {

    SchemaMigrate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        UserSchema schema = schema();
        Database database = database();
        DataSource dataSource = open(database, Absent.CREATED);
        note("Migrating " + Printable.of(database.place()));
        int ran = migrate(dataSource, schema);
        say(ran == 0 ? "nothing to do" : ran + (ran == 1 ? " migration ran" : " migrations ran"));
        return ExitCode.DONE;
    }

    private static int migrate(DataSource dataSource, UserSchema schema) {
        try {
            return Schema.migrate(dataSource, schema);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.isUnreachable(e)) {
                throw e;
            }
            throw new Refusal("the migration failed: " + e.getMessage(), e);
        }
    }
}

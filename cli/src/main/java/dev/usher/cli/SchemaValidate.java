package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.Difference;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code schema validate}. */
@Command(
        name = "validate",
        description = {
            "Lists each difference between the tables and what Usher expects, and changes nothing. Columns of the"
                    + " application's own are its own affair. Exit code 1 if there are differences other than warnings."
        },
        footer = {"%nExample:", "  usher schema validate && echo good"})
final class SchemaValidate extends DatabaseCommand {

    SchemaValidate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        UserSchema schema = schema();
        List<Difference> differences = Schema.validate(open(database(), Absent.REFUSED), schema);
        differences.forEach(
                each -> say((each.kind().isWarning() ? "warning: " : "") + Printable.of(each.description())));
        if (differences.stream().allMatch(each -> each.kind().isWarning())) {
            say("the tables are as they should be");
            return ExitCode.DONE;
        }
        note("For the SQL that mends this, see usher schema diff.");
        return ExitCode.PROBLEM;
    }
}

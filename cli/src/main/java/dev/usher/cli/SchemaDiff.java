package dev.usher.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.Difference;
import dev.usher.schema.Repair;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code schema diff}. */
@Command(
        name = "diff",
        description = {
            "Prints the SQL that would mend each difference, for psql or sqlite3, and runs nothing. Read it before you"
                    + " run it: values that are missing are filled with empty ones. Exit code 0 also if there are"
                    + " differences."
        },
        footer = {"%nExample:", "  usher schema diff > repair.sql"})
final class SchemaDiff extends DatabaseCommand {

    SchemaDiff(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        UserSchema schema = schema();
        Map<Repair, List<Difference>> repairs = Schema.validate(open(database(), Absent.REFUSED), schema).stream()
                .collect(groupingBy(Difference::repair, LinkedHashMap::new, toList()));
        if (repairs.isEmpty()) {
            say("-- nothing to do");
        }
        repairs.forEach(this::print);
        return ExitCode.DONE;
    }

    /** One rebuild of a table mends several differences. */
    private void print(Repair repair, List<Difference> differences) {
        differences.forEach(each -> say("-- " + Printable.of(each.description())));
        say(repair.script());
    }
}

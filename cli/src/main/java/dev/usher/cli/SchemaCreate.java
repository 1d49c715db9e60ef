package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.Difference;
import dev.usher.schema.Difference.Kind;
import dev.usher.schema.Identifier;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import java.util.List;
import javax.sql.DataSource;
import picocli.CommandLine.Command;

/** {@code schema create}. */
@Command(
        name = "create",
        description = "Creates tables that do not exist yet, for development. Existing ones are left as they are.",
        footer = {"%nExample:", "  usher schema create --table members --id-type long"})
final class SchemaCreate extends DatabaseCommand {

    SchemaCreate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        UserSchema schema = schema();
        Database database = database();
        DataSource dataSource = open(database, Absent.CREATED);
        List<Difference> before = Schema.validate(dataSource, schema);
        List<Identifier> missing = before.stream()
                .filter(each -> each.kind() == Kind.MISSING_TABLE)
                .map(Difference::table)
                .toList();
        if (before.size() > missing.size()) {
            note("Tables that are there are not as they should be; see usher schema validate.");
        }
        Schema.create(dataSource, schema);
        schema.tables()
                .forEach(table -> say(Printable.of(table.name().name())
                        + (missing.contains(table.name()) ? ": created" : ": was there")));
        return ExitCode.DONE;
    }
}

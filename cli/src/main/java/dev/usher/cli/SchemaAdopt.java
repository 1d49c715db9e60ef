package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.Adoption;
import dev.usher.schema.AdoptionPlan;
import dev.usher.schema.AdoptionRefusedException;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schema adopt}. */
@Command(
        name = "adopt",
        description = {
            "Takes over a database made by FastAPI Users' SQLAlchemy adapter. Without --apply it reports what there is"
                    + " to do and changes nothing. Exit code 1 if somebody has to decide something first, e.g. because"
                    + " two users have one address."
        },
        footer = {"%nExample:", "  usher schema adopt --table user", "  usher schema adopt --table user --apply"})
final class SchemaAdopt extends DatabaseCommand {

    @Option(names = "--apply", description = "Do it. No application should write to the database meanwhile.")
    private boolean apply;

    SchemaAdopt(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        Adoption adoption = Adoption.of(schema());
        DataSource dataSource = open(database(), Absent.REFUSED);
        try {
            return apply ? apply(adoption, dataSource) : report(adoption.plan(dataSource));
        } catch (AdoptionRefusedException e) {
            return report(e.plan());
        } catch (IllegalStateException e) {
            throw new Refusal(e.getMessage() + "; is --table right?", e);
        }
    }

    private int apply(Adoption adoption, DataSource dataSource) {
        AdoptionPlan plan =
                adoption.adopt(dataSource, (done, total) -> note(done + " of about " + total + " addresses looked at"));
        print(plan);
        say(plan.isAdopted() ? "nothing to do" : "adopted");
        return ExitCode.DONE;
    }

    private int report(AdoptionPlan plan) {
        print(plan);
        if (plan.isRefused()) {
            note("Nothing was changed. Decide what to do about the above, then try again.");
            return ExitCode.PROBLEM;
        }
        say(plan.isAdopted() ? "nothing to do" : "to do this: usher schema adopt --apply");
        return ExitCode.DONE;
    }

    private void print(AdoptionPlan plan) {
        plan.toString().lines().map(Printable::of).forEach(this::say);
    }
}

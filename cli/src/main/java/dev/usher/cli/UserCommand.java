package dev.usher.cli;

import dev.usher.cli.Database.Absent;
import dev.usher.schema.Difference;
import dev.usher.schema.Difference.Kind;
import dev.usher.schema.IdType;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One command on users, whose table must be there. */
abstract class UserCommand extends DatabaseCommand {

    /** Other differences do no harm to a single user. */
    private static final Set<Kind> OBSTACLES = Set.of(Kind.MISSING_TABLE, Kind.MISSING_COLUMN, Kind.WRONG_TYPE);

    UserCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** @throws Refusal if the table is missing or holds something else */
    final Accounts<?> accounts() {
        return accounts(tableOptions().idKind().type());
    }

    private <ID> Accounts<ID> accounts(IdType<ID> idType) {
        var table = tableOptions().read(idType);
        Database database = database();
        DataSource dataSource = open(database, Absent.REFUSED);
        requireUsers(dataSource, table.schema());
        return new Accounts<>(dataSource, table);
    }

    private static void requireUsers(DataSource dataSource, UserSchema schema) {
        String obstacles = Schema.validate(dataSource, schema).stream()
                .filter(each -> each.table().equals(schema.users().name()) && OBSTACLES.contains(each.kind()))
                .map(Difference::description)
                .map(Printable::of)
                .collect(Collectors.joining("; "));
        if (!obstacles.isEmpty()) {
            throw new Refusal(obstacles + ". Are --url, --table and --id-type right? If so, see usher schema validate");
        }
    }
}

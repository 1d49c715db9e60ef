package dev.usher.schema;

import dev.usher.schema.AdoptionPlan.Collision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Takes over a database made by FastAPI Users' SQLAlchemy adapter, or one like it: the table of users is there, with
 * their addresses, hashes and flags under the names that a {@link UserSchema} gives; the rest is added.
 *
 * <pre>{@code
 * Adoption adoption = Adoption.of(UserSchema.of("user", IdType.UUID));
 * System.out.println(adoption.plan(dataSource)); // changes nothing
 * adoption.adopt(dataSource, BatchMigration.Progress.NONE);
 * }</pre>
 *
 * <p>Adopted users have token version 0, and were created when they were adopted, because the tables do not say when.
 * FastAPI Users' own {@code accesstoken} is left alone: tokens in there are no tokens of Usher's.
 */
public final class Adoption {

    private static final String LINKED_TWICE = """
            SELECT oauth_name, account_id, user_id FROM (
                SELECT oauth_name, account_id, user_id, count(*) OVER (PARTITION BY oauth_name, account_id) AS links
                FROM %s) AS counted
            WHERE links > 1 ORDER BY oauth_name, account_id, user_id""";

    /** One that goes on with what was interrupted, which may have missed what changed since, and one more. */
    private static final int MAX_WALKS = 2;

    private final UserSchema schema;
    private final Clock clock;

    private Adoption(UserSchema schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * The adoption of one database.
     *
     * @param schema as the tables shall be, under the names they have
     */
    public static Adoption of(UserSchema schema) {
        return new Adoption(schema, Clock.systemUTC());
    }

    /** The same by another clock. */
    public Adoption at(Clock other) {
        return new Adoption(schema, other);
    }

    /**
     * Looks at everything and changes nothing. Reads the table of users once, or twice if addresses collide.
     *
     * @throws IllegalStateException if there is no table of users with ids and addresses
     */
    public AdoptionPlan plan(DataSource dataSource) {
        Database database = Database.of(dataSource);
        return database.scan(connection -> plan(connection, new Validator(database.dialect(), clock)));
    }

    /**
     * Adopts the database, in three steps: a plan, which must not be refused; the addresses, batch by batch, each in a
     * transaction; columns, indexes and tables, in one transaction. What was interrupted is gone on with by another
     * call, and between the steps FastAPI Users can still work with the database. To be called while no application
     * writes to it. Does nothing if there is nothing to do.
     *
     * @param progress is told how many addresses were looked at
     * @return what there was to do
     * @throws AdoptionRefusedException if the plan is refused; nothing was changed
     * @throws IllegalStateException if addresses are changed meanwhile
     * @throws DatabaseException if the database refuses a change; that transaction is undone
     */
    public AdoptionPlan adopt(DataSource dataSource, BatchMigration.Progress progress) {
        AdoptionPlan plan = unrefused(dataSource);
        AdoptionPlan left = plan;
        for (int walk = 0; left.emailsToChange() > 0 && walk < MAX_WALKS; walk++) {
            canonicaliseEmails(dataSource, schema.idType(), progress);
            left = unrefused(dataSource);
        }
        if (left.emailsToChange() > 0) {
            throw new IllegalStateException("somebody else is changing addresses: stop the old application first");
        }
        if (!left.differences().isEmpty()) {
            new SchemaMender(schema, clock).mend(Database.of(dataSource), left.differences());
        }
        return plan;
    }

    private AdoptionPlan unrefused(DataSource dataSource) {
        AdoptionPlan plan = plan(dataSource);
        if (plan.isRefused()) {
            throw new AdoptionRefusedException(plan);
        }
        return plan;
    }

    private AdoptionPlan plan(Connection connection, Validator validator) throws SQLException {
        List<Difference> differences = validator.differences(connection, schema.tables());
        requireUsers(differences);
        AdoptedUsers users = new AdoptedUsers(schema);
        List<Collision> collisions = users.collisions(connection);
        return new AdoptionPlan(
                collisions,
                accountCollisions(connection, differences),
                users.strangeIds(),
                users.refusedEmails(),
                users.emailsToChange(),
                differences);
    }

    private void requireUsers(List<Difference> differences) {
        Identifier users = schema.users().name();
        boolean absent = differences.stream()
                .filter(each -> each.table().equals(users))
                .anyMatch(each -> each.kind() == Difference.Kind.MISSING_TABLE
                        || each.isMissing(schema.name(BaseColumn.ID))
                        || each.isMissing(schema.name(BaseColumn.EMAIL)));
        if (absent) {
            throw new IllegalStateException("there is no table " + users.name() + " with the columns "
                    + schema.name(BaseColumn.ID).name() + " and "
                    + schema.name(BaseColumn.EMAIL).name() + " to adopt");
        }
    }

    /** Only a unique constraint that is missing can be violated. */
    private List<Collision> accountCollisions(Connection connection, List<Difference> differences) throws SQLException {
        Identifier accounts = schema.oauthAccounts().name();
        boolean unguarded = differences.stream()
                .anyMatch(each -> each.table().equals(accounts) && each.kind() == Difference.Kind.NOT_UNIQUE);
        if (!unguarded) {
            return List.of();
        }
        Map<String, List<String>> links = new TreeMap<>();
        Rows.forEach(connection, LINKED_TWICE.formatted(accounts.quoted()), row -> links.computeIfAbsent(
                        row.getString(1) + " " + row.getString(2), account -> new ArrayList<>())
                .add(row.getString(3)));
        return links.entrySet().stream()
                .map(link -> new Collision(link.getKey(), link.getValue()))
                .toList();
    }

    private <K> void canonicaliseEmails(DataSource dataSource, IdType<K> idType, BatchMigration.Progress progress) {
        Identifier users = schema.users().name();
        BatchMigration<K> emails =
                BatchMigration.of("adopt e-mails of " + users.name(), users, schema.name(BaseColumn.ID), idType);
        emails.again(dataSource);
        emails.run(dataSource, new CanonicalEmails<>(schema, idType), progress);
    }
}

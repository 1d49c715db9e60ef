package dev.usher.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;

/** Runs the repairs of all differences in one transaction, which ends with tables as they should be or not at all. */
final class SchemaMender {

    private static final int MAX_ROUNDS = 4;

    private final UserSchema schema;
    private final Clock clock;

    SchemaMender(UserSchema schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
    }

    void mend(Database database, List<Difference> differences) {
        if (differences.stream().anyMatch(each -> each.repair().rebuild())) {
            database.lend(connection -> rebuild(connection, database.dialect()));
        } else {
            database.inTransaction(connection -> mend(connection, database.dialect()));
        }
    }

    /** By hand, because SQLite turns foreign keys off only outside of a transaction, and on the same connection. */
    private int rebuild(Connection connection, Dialect dialect) throws SQLException {
        execute(connection, Repair.BEFORE_REBUILD);
        try {
            dialect.begin(connection);
            try {
                int rounds = mend(connection, dialect);
                dialect.commit(connection);
                return rounds;
            } catch (SQLException | RuntimeException e) {
                dialect.rollback(connection);
                throw e;
            }
        } finally {
            execute(connection, Repair.AFTER_REBUILD);
        }
    }

    /** A repair may uncover what it hid, e.g. a reference that its column's type kept from being made. */
    private int mend(Connection connection, Dialect dialect) throws SQLException {
        Schema.lock(connection, dialect);
        Validator validator = new Validator(dialect, clock);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Difference> left = validator.differences(connection, schema.tables());
            if (left.isEmpty()) {
                deleteOrphans(connection);
                return round;
            }
            LinkedHashSet<Repair> repairs = new LinkedHashSet<>();
            left.forEach(each -> repairs.add(each.repair()));
            for (Repair repair : repairs) {
                execute(connection, repair.statements());
            }
        }
        throw new SchemaMismatchException(validator.differences(connection, schema.tables()));
    }

    /** SQLAlchemy leaves SQLite's foreign keys off: rows stay there when their user goes. */
    private void deleteOrphans(Connection connection) throws SQLException {
        for (Table table : schema.tables()) {
            for (Table.Reference reference : table.references()) {
                Dialect.execute(connection, reference.deleteOrphans(table.name()));
            }
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            Dialect.execute(connection, statement);
        }
    }
}

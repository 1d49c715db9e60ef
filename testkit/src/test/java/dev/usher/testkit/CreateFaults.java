package dev.usher.testkit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Tables that are created with one fault each. */
final class CreateFaults {

    private CreateFaults() {}

    /** A good schema, to be broken. */
    abstract static class BrokenSchema extends ToySchema implements SchemaContract {}

    /** Forgets the index, whoever makes the tables. */
    @Fault({
        "create_makesTablesThatValidationAccepts",
        "create_repairsAMissingTable",
        "create_thatFailsLeavesNothing",
        "migrate_leadsToWhatCreateMakes",
        "migrate_takesOverWhatCreateMade",
        "differences_letPassWhatIsThereBesides",
    })
    static class ForgettingTheIndex extends BrokenSchema {
        @Override
        List<String> tables() {
            return TABLES.subList(0, 2);
        }

        @Override
        List<String> migration() {
            return tables();
        }
    }

    /** Begins from scratch each time. */
    @Fault("create_twiceChangesNothing")
    static class CreatingFromScratch extends BrokenSchema {
        @Override
        public void create() {
            inTransaction(statement -> {
                statement.execute("DROP TABLE IF EXISTS shield");
                statement.execute("DROP TABLE IF EXISTS knight");
                execute(statement, TABLES);
            });
        }
    }

    /** Fails where there is a table. */
    @Fault({
        "create_twiceChangesNothing",
        "create_byManyConcurrentCallersCreatesOnce",
        "create_repairsAMissingTable",
        "migrate_runsNothingTheSecondTime",
        "differences_nameEveryTableThatIsMissing",
    })
    static class CreatingOnce extends BrokenSchema {
        @Override
        List<String> tables() {
            return unconditional(TABLES);
        }
    }

    /** Looks whether there are tables, and then creates them. */
    @Fault("create_byManyConcurrentCallersCreatesOnce")
    static class CheckingThenCreating extends BrokenSchema {
        private final Window window = new Window();

        @Override
        public void create() {
            boolean empty = CatalogueReader.read(dataSource()).tables().isEmpty();
            window.open();
            inTransaction(statement -> execute(statement, empty ? unconditional(TABLES) : TABLES));
        }
    }

    /** Takes one table for all. */
    @Fault("create_repairsAMissingTable")
    static class LookingAtOneTable extends BrokenSchema {
        @Override
        public void create() {
            inTransaction(statement -> {
                if (!has(statement, "knight")) {
                    execute(statement, TABLES);
                }
            });
        }
    }

    /** Commits each statement. */
    @Fault("create_thatFailsLeavesNothing")
    static class AutoCommitting extends BrokenSchema {
        @Override
        public void create() {
            TABLES.forEach(each -> inTransaction(statement -> statement.execute(each)));
        }
    }

    /** Keeps it to itself that it failed. */
    @Fault("create_thatFailsLeavesNothing")
    static class Swallowing extends BrokenSchema {
        @Override
        public void create() {
            try {
                super.create();
            } catch (IllegalStateException e) {
                // on purpose: the tables are not there
            }
        }
    }

    static List<String> unconditional(List<String> sql) {
        return sql.stream().map(each -> each.replace("IF NOT EXISTS ", "")).toList();
    }

    static boolean has(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'")) {
            return row.next();
        }
    }
}

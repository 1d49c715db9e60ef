package dev.usher.testkit;

import dev.usher.testkit.CreateFaults.BrokenSchema;
import java.util.ArrayList;
import java.util.List;

/** Migrations with one fault each. */
final class MigrateFaults {

    private MigrateFaults() {}

    /** A migration that makes something else than {@code create}. */
    abstract static class Differing extends BrokenSchema {

        abstract String differing(String sql);

        @Override
        List<String> migration() {
            return TABLES.stream().map(this::differing).toList();
        }
    }

    /** Has a shorter column. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class Shortening extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("320", "255");
        }
    }

    /** Has another type. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class Retyping extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("knighted_at timestamp", "knighted_at bigint");
        }
    }

    /** Lets a column be empty. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class AllowingNull extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("knighted_at timestamp NOT NULL", "knighted_at timestamp");
        }
    }

    /** Lets ids be given out again. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class ReusingIds extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace(" AUTOINCREMENT", "");
        }
    }

    /** Has one table without a key. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class ForgettingTheKey extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("char(36) NOT NULL PRIMARY KEY", "char(36) NOT NULL UNIQUE");
        }
    }

    /** Lets two knights have one address. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class ForgettingUniqueness extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("NOT NULL UNIQUE,", "NOT NULL,");
        }
    }

    /** Has an index for uniqueness. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class ForbiddingASecondShield extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("CREATE INDEX", "CREATE UNIQUE INDEX");
        }
    }

    /** Keeps shields of nobody. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class ForgettingTheCascade extends Differing {
        @Override
        String differing(String sql) {
            return sql.replace("ON DELETE CASCADE", "");
        }
    }

    /** Makes a table of which {@code create} knows nothing. */
    @Fault({"migrate_leadsToWhatCreateMakes", "migrate_takesOverWhatCreateMade"})
    static class MakingMore extends BrokenSchema {
        @Override
        List<String> migration() {
            List<String> more = new ArrayList<>(TABLES);
            more.add("CREATE TABLE IF NOT EXISTS quest (id integer NOT NULL)");
            return more;
        }
    }

    /** Does not tell that something ran. */
    @Fault("migrate_leadsToWhatCreateMakes")
    static class Untold extends BrokenSchema {
        @Override
        public int migrate() {
            super.migrate();
            return 0;
        }
    }

    /** Takes no notes. */
    @Fault("migrate_runsNothingTheSecondTime")
    static class Forgetful extends BrokenSchema {
        @Override
        public int migrate() {
            inTransaction(statement -> execute(statement, migration()));
            return 1;
        }
    }

    /** Empties a table each time, though it says that nothing ran. */
    @Fault({"migrate_runsNothingTheSecondTime", "migrate_takesOverWhatCreateMade"})
    static class Emptying extends BrokenSchema {
        @Override
        public int migrate() {
            int ran = super.migrate();
            inTransaction(statement -> statement.execute("DELETE FROM knight"));
            return ran;
        }
    }

    /** Fails where the tables are there already. */
    @Fault("migrate_takesOverWhatCreateMade")
    static class WantingAnEmptyDatabase extends BrokenSchema {
        @Override
        List<String> migration() {
            return CreateFaults.unconditional(TABLES);
        }
    }

    /** Begins from scratch where the tables are there already. */
    @Fault("migrate_takesOverWhatCreateMade")
    static class MigratingFromScratch extends BrokenSchema {
        @Override
        List<String> migration() {
            List<String> more = new ArrayList<>(List.of("DROP TABLE IF EXISTS shield", "DROP TABLE IF EXISTS knight"));
            more.addAll(TABLES);
            return more;
        }
    }
}

package dev.usher.schema;

import java.util.List;

/**
 * One way in which a live table differs from its description.
 *
 * @param kind what is wrong
 * @param table where
 * @param columns which columns of it; none where it is missing
 * @param description a sentence for whoever runs the database
 * @param repair what mends it; mends every difference of the table where that takes a rebuild
 */
public record Difference(Kind kind, Identifier table, List<Identifier> columns, String description, Repair repair) {

    public Difference {
        columns = List.copyOf(columns);
    }

    /** What may be wrong with a table, in the order in which it is mended. */
    public enum Kind {
        MISSING_TABLE,
        MISSING_COLUMN,
        /** A value of the column would be cut, refused or changed. */
        WRONG_TYPE,
        /** Required but may be empty, or the other way round. */
        WRONG_NULLABILITY,
        MISSING_KEY,
        /** The database makes no ids where it should. */
        NOT_GENERATED,
        /** SQLite without AUTOINCREMENT: an old token would open the account that got its id again. */
        REUSES_IDS,
        NOT_UNIQUE,
        MISSING_INDEX,
        MISSING_REFERENCE,
        /** Rows stay, or keep their user from going, when she goes. */
        NO_CASCADE,
        /** PostgreSQL only: look-ups by prefix and listings may not use the index, or in another order. */
        COLLATION;

        /** Whether Usher works all the same, if less well. */
        public boolean isWarning() {
            return this == COLLATION;
        }
    }

    boolean isMissing(Identifier column) {
        return kind == Kind.MISSING_COLUMN && columns.contains(column);
    }

    /** The sentence, then the SQL, a statement a line. */
    @Override
    public String toString() {
        return description + "\n" + repair.script().indent(4);
    }
}

package dev.usher.schema;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type what it holds
 * @param role what it is to its table
 */
public record Column(Identifier name, ColumnType<?> type, Role role) {

    /** What a column is to its table. */
    public enum Role {
        /** Nothing special. */
        PLAIN,
        /** The primary key, its values given by the insert. */
        KEY,
        /** The primary key, its values made by the database where an insert gives none; never the same twice. */
        GENERATED_KEY,
        /** No two rows have the same value. */
        UNIQUE,
        /** Rows are searched by it. */
        INDEXED,
        /** True of few rows, and those are searched for; the index has no others. */
        RARELY_TRUE
    }

    /** A column with nothing special. */
    public static Column plain(String name, ColumnType<?> type) {
        return new Column(new Identifier(name), type, Role.PLAIN);
    }
}

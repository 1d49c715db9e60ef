package dev.usher.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as Usher creates it, and as {@link Schema#validate} wants it. {@link UserSchema} describes Usher's own.
 *
 * @param name its name
 * @param columns in their order
 * @param uniques what is unique over several columns
 * @param references what refers to other tables
 */
public record Table(Identifier name, List<Column> columns, List<Unique> uniques, List<Reference> references) {

    /** @throws IllegalArgumentException if two columns have one name */
    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        references = List.copyOf(references);
        for (int i = 0; i < columns.size(); i++) {
            refuseClash(columns.get(i).name(), columns.subList(0, i));
        }
    }

    /** A table on its own. */
    public Table(Identifier name, List<Column> columns) {
        this(name, columns, List.of(), List.of());
    }

    /** No two rows have the same values in these columns together. */
    public record Unique(List<Identifier> columns) {

        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Rows go when the row goes that they refer to.
     *
     * @param column the column that refers
     * @param table the other table
     * @param key the column there, unique
     */
    public record Reference(Identifier column, Identifier table, Identifier key) {

        String deleteOrphans(Identifier from) {
            return "DELETE FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE %s = %s)"
                    .formatted(from.quoted(), table.quoted(), table.quoted(key), from.quoted(column));
        }
    }

    /** The statements that create the table and its indexes, or change nothing if they exist. */
    public List<String> statements(Dialect dialect) {
        return new CreateTable(this, dialect).statements();
    }

    /** @throws java.util.NoSuchElementException if there is none of that name */
    Column column(Identifier name) {
        return columns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @throws java.util.NoSuchElementException if that column refers to nothing */
    Reference reference(Identifier column) {
        return references.stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** A name as PostgreSQL would give it, e.g. {@code oauth_account_user_id_fkey}. */
    Identifier derived(List<Identifier> columns, String ending) {
        return name.derived(columns.stream().map(column -> "_" + column.name()).collect(Collectors.joining()) + ending);
    }

    private static void refuseClash(Identifier name, List<Column> others) {
        if (others.stream().anyMatch(other -> other.name().clashesWith(name))) {
            throw new IllegalArgumentException("two columns are named " + name.name());
        }
    }
}

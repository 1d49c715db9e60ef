package dev.usher.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A table as the engine's catalogue has it.
 *
 * @param key the columns of the primary key
 * @param keyName what the primary key is called, on PostgreSQL
 * @param indexes over columns only, the unique ones included
 * @param reusesIds whether SQLite gives out an id again
 */
record LiveTable(
        Dialect dialect,
        List<LiveColumn> columns,
        List<String> key,
        Optional<String> keyName,
        List<LiveIndex> indexes,
        List<LiveReference> references,
        boolean reusesIds) {

    /**
     * A column.
     *
     * @param collation its name, empty where there is none
     * @param generated whether an insert may leave it out
     */
    record LiveColumn(String name, String type, boolean required, String collation, boolean generated) {}

    /**
     * An index.
     *
     * @param partial whether it does not have all rows
     */
    record LiveIndex(String name, boolean unique, List<String> columns, boolean partial) {}

    record LiveReference(String name, List<String> columns, String table, List<String> keys, boolean cascades) {}

    Optional<LiveColumn> column(Identifier name) {
        return columns.stream().filter(each -> same(each.name(), name.name())).findFirst();
    }

    boolean isKey(Identifier column) {
        return same(key, List.of(column));
    }

    /** In whatever order of columns, because both engines check all of them. */
    boolean isUnique(List<Identifier> wanted) {
        Set<String> names = Set.copyOf(names(wanted));
        return names.equals(Set.copyOf(folded(key)))
                || indexes.stream()
                        .anyMatch(each ->
                                each.unique() && !each.partial() && names.equals(Set.copyOf(folded(each.columns()))));
    }

    boolean isSearchedBy(Identifier column) {
        return (!key.isEmpty() && same(key.get(0), column.name()))
                || indexes.stream().anyMatch(each -> !each.partial() && begins(each, column));
    }

    /** @param own what Usher calls the index that has the rows only of which the flag is true */
    boolean isSearchedByTrue(Identifier column, Identifier own) {
        return isSearchedBy(column)
                || indexes.stream().anyMatch(each -> begins(each, column) && same(each.name(), own.name()));
    }

    private boolean begins(LiveIndex index, Identifier column) {
        return same(index.columns().get(0), column.name());
    }

    Optional<LiveReference> reference(Table.Reference wanted) {
        return references.stream()
                .filter(each -> same(each.columns(), List.of(wanted.column()))
                        && same(each.table(), wanted.table().name())
                        && (each.keys().isEmpty() || same(each.keys(), List.of(wanted.key()))))
                .findFirst();
    }

    boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private boolean same(List<String> live, List<Identifier> wanted) {
        return folded(live).equals(names(wanted));
    }

    private List<String> names(List<Identifier> identifiers) {
        return folded(identifiers.stream().map(Identifier::name).toList());
    }

    private List<String> folded(List<String> names) {
        return names.stream().map(this::folded).toList();
    }

    private String folded(String name) {
        return dialect == Dialect.SQLITE ? name.toLowerCase(Locale.ROOT) : name;
    }
}

package dev.usher.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Tables, as JDBC's metadata tells of them. */
record Catalogue(List<Table> tables) {

    /** @param key the columns of the primary key */
    record Table(String name, List<Column> columns, List<String> key, List<Index> indexes, List<Reference> references) {

        boolean refersTo(String table) {
            return references.stream().anyMatch(each -> each.table().equals(table));
        }

        /** The indexes beside that of the primary key. */
        List<Index> furtherIndexes() {
            return indexes.stream().filter(each -> !each.columns().equals(key)).toList();
        }

        Column column(String column) {
            return columns.stream()
                    .filter(each -> each.name().equals(column))
                    .findFirst()
                    .orElseThrow();
        }

        private Stream<String> lines() {
            return Stream.of(columns, List.of("key " + key), indexes, references)
                    .flatMap(List::stream)
                    .map(each -> name + ": " + each);
        }
    }

    /** @param generated whether the database makes its values */
    record Column(String name, String type, int size, boolean nullable, boolean generated) {}

    /** @param columns in their order */
    record Index(boolean unique, List<String> columns) {

        String sql(String name, String table) {
            String create = unique ? "CREATE UNIQUE INDEX %s ON %s (" : "CREATE INDEX %s ON %s (";
            return Sql.of(create, name, table) + Sql.quoted(columns) + ")";
        }
    }

    /** @param deleteRule a constant of {@link java.sql.DatabaseMetaData} */
    record Reference(String column, String table, String key, int deleteRule) {

        /** What follows the type of the column. */
        String sql() {
            return Sql.of(" REFERENCES %s (%s)", table, key);
        }
    }

    Table table(String name) {
        return tables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Catalogue without(String table) {
        return new Catalogue(
                tables.stream().filter(each -> !each.name().equals(table)).toList());
    }

    /** A table and those that refer to it, each after those that refer to itself. */
    List<String> withDependants(String table) {
        Stream<String> dependants = tables.stream()
                .filter(each -> each.refersTo(table) && !each.name().equals(table))
                .flatMap(each -> withDependants(each.name()).stream());
        return Stream.concat(dependants, Stream.of(table)).distinct().toList();
    }

    /** Everything in an order that does not depend on who made it. */
    List<String> lines() {
        return tables.stream().flatMap(Table::lines).sorted().toList();
    }
}

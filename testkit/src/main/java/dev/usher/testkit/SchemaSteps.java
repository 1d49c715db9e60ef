package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testkit.Catalogue.Table;
import java.util.List;

/** What the tests of {@link SchemaContract} do to a subject's database. */
record SchemaSteps(SchemaSubject subject) {

    Sql sql() {
        return new Sql(subject.dataSource());
    }

    /** The tables of the subject, in whatever condition they are. */
    Catalogue catalogue() {
        return CatalogueReader.read(subject.dataSource()).without(subject.historyTable());
    }

    /** The tables of the subject, created unless they were there. */
    Catalogue created() {
        subject.create();
        Catalogue created = catalogue();
        assertThat(created.tables())
                .as("tables that were created, with indexes and foreign keys")
                .anyMatch(table -> !table.furtherIndexes().isEmpty())
                .anyMatch(table -> !table.references().isEmpty());
        return created;
    }

    /** The same with a row in each table that can have one on its own. */
    Catalogue filled() {
        Catalogue created = created();
        created.tables().stream().filter(table -> table.references().isEmpty()).forEach(sql()::insert);
        return created;
    }

    /** Every row of every table. */
    List<List<String>> rows() {
        return catalogue().tables().stream()
                .flatMap(table -> sql().rows(table).stream())
                .toList();
    }

    /** Drops tables that may be gone already, each after those that refer to it. */
    void drop(List<String> tables) {
        tables.forEach(table -> sql().execute(Sql.of("DROP TABLE IF EXISTS %s", table)));
    }

    /** Leaves an empty database. */
    void dropAll() {
        Catalogue everything = CatalogueReader.read(subject.dataSource());
        everything.tables().forEach(table -> drop(everything.withDependants(table.name())));
    }

    void renameColumn(Table table, String from, String to) {
        sql().execute(Sql.of("ALTER TABLE %s RENAME COLUMN %s TO %s", table.name(), from, to));
    }

    /**
     * Creates all tables anew, but puts another column in the place of one, which takes its indexes and foreign keys with
     * it.
     *
     * @param definition of the other column: its type, and what else is to be said
     * @return what validation says then
     */
    List<String> differencesWith(Table table, String column, String definition) {
        dropAll();
        subject.create();
        renameColumn(table, column, "aside");
        sql().execute(Sql.of("ALTER TABLE %s ADD COLUMN %s ", table.name(), column) + definition);
        return subject.differences();
    }
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.testkit.Catalogue.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link SchemaContract} on {@code create}. */
interface SchemaCreateContract extends SchemaSubject {

    @Test
    default void create_makesTablesThatValidationAccepts() {
        new SchemaSteps(this).created();
        assertThat(differences()).isEmpty();
    }

    @Test
    default void create_twiceChangesNothing() {
        SchemaSteps steps = new SchemaSteps(this);
        Catalogue created = steps.filled();
        List<List<String>> rows = steps.rows();
        create();
        assertThat(steps.catalogue().lines()).isEqualTo(created.lines());
        assertThat(steps.rows()).isEqualTo(rows).isNotEmpty();
    }

    @Test
    default void create_byManyConcurrentCallersCreatesOnce() {
        SchemaSteps steps = new SchemaSteps(this);
        Catalogue created = steps.created();
        for (int round = 0; round < Race.ROUNDS; round++) {
            steps.dropAll();
            Race.run(runner -> {
                create();
                return runner;
            });
            assertThat(steps.catalogue().lines()).isEqualTo(created.lines());
        }
    }

    @Test
    default void create_repairsAMissingTable() {
        SchemaSteps steps = new SchemaSteps(this);
        Catalogue created = steps.created();
        for (Table table : created.tables()) {
            steps.drop(created.withDependants(table.name()));
            create();
            assertThat(steps.catalogue().lines()).as(table.name()).isEqualTo(created.lines());
            assertThat(differences()).as(table.name()).isEmpty();
        }
    }

    /** What fails is a table that refers to another and whose name a view has. */
    @Test
    default void create_thatFailsLeavesNothing() {
        SchemaSteps steps = new SchemaSteps(this);
        for (Table table : steps.created().tables()) {
            if (!table.references().isEmpty()) {
                steps.dropAll();
                steps.sql().execute(Sql.of("CREATE VIEW %s AS SELECT 1 AS obstacle", table.name()));
                assertThatThrownBy(this::create).as(table.name()).isInstanceOf(RuntimeException.class);
                assertThat(steps.catalogue().tables()).as(table.name()).isEmpty();
                steps.sql().execute(Sql.of("DROP VIEW %s", table.name()));
            }
        }
    }
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link SchemaContract} on {@code migrate}. */
interface SchemaMigrateContract extends SchemaSubject {

    @Test
    default void migrate_leadsToWhatCreateMakes() {
        SchemaSteps steps = new SchemaSteps(this);
        Catalogue created = steps.created();
        steps.dropAll();
        assertThat(migrate()).isPositive();
        assertThat(steps.catalogue().lines()).isEqualTo(created.lines());
        assertThat(differences()).isEmpty();
    }

    @Test
    default void migrate_runsNothingTheSecondTime() {
        SchemaSteps steps = new SchemaSteps(this);
        migrate();
        steps.filled();
        assertNothingIsLostBy(() -> assertThat(migrate()).isZero());
    }

    @Test
    default void migrate_takesOverWhatCreateMade() {
        new SchemaSteps(this).filled();
        assertNothingIsLostBy(this::migrate);
        assertThat(differences()).isEmpty();
    }

    private void assertNothingIsLostBy(Runnable work) {
        SchemaSteps steps = new SchemaSteps(this);
        Catalogue before = steps.catalogue();
        List<List<String>> rows = steps.rows();
        work.run();
        assertThat(steps.catalogue().lines()).isEqualTo(before.lines());
        assertThat(steps.rows()).isEqualTo(rows).isNotEmpty();
    }
}

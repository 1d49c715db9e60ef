package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testkit.Catalogue.Column;
import dev.usher.testkit.Catalogue.Index;
import dev.usher.testkit.Catalogue.Reference;
import dev.usher.testkit.Catalogue.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link SchemaContract} on {@code differences}. That a sentence is about an index or a foreign key shows
 * when it is said no longer once there is one.
 */
interface SchemaDifferencesContract extends SchemaSubject {

    @Test
    default void differences_nameEveryTableThatIsMissing() {
        SchemaSteps steps = new SchemaSteps(this);
        Catalogue created = steps.created();
        for (Table table : created.tables()) {
            List<String> dropped = created.withDependants(table.name());
            steps.drop(dropped);
            List<String> differences = differences();
            dropped.forEach(name -> assertOneNames(differences, List.of(name)));
            create();
        }
    }

    @Test
    default void differences_nameEveryColumnThatIsMissing() {
        SchemaSteps steps = new SchemaSteps(this);
        for (Table table : steps.created().tables()) {
            for (Column column : table.columns()) {
                steps.renameColumn(table, column.name(), "aside");
                assertOneNames(differences(), List.of(table.name(), column.name()));
                steps.renameColumn(table, "aside", column.name());
            }
        }
    }

    @Test
    default void differences_nameEveryIndexThatIsGone() {
        for (Table table : new SchemaSteps(this).created().tables()) {
            table.furtherIndexes().forEach(index -> assertNamesWhenGone(table, index));
        }
    }

    private void assertNamesWhenGone(Table table, Index index) {
        SchemaSteps steps = new SchemaSteps(this);
        List<String> without = steps.differencesWith(table, index.columns().get(0), "text");
        steps.sql().execute(index.sql("again", table.name()));
        assertOneNames(difference(without, differences()), names(table, index.columns()));
    }

    @Test
    default void differences_nameEveryForeignKeyThatIsGone() {
        for (Table table : new SchemaSteps(this).created().tables()) {
            table.references().forEach(reference -> assertNamesWhenGone(table, reference));
        }
    }

    private void assertNamesWhenGone(Table table, Reference reference) {
        SchemaSteps steps = new SchemaSteps(this);
        String column = reference.column();
        String type = table.column(column).type();
        List<String> without = steps.differencesWith(table, column, type);
        List<String> keeping = steps.differencesWith(table, column, type + reference.sql());
        List<String> cascading = steps.differencesWith(table, column, type + reference.sql() + " ON DELETE CASCADE");
        assertOneNames(difference(without, cascading), names(table, List.of(column)));
        assertOneNames(difference(keeping, cascading), names(table, List.of(column)));
    }

    @Test
    default void differences_letPassWhatIsThereBesides() {
        SchemaSteps steps = new SchemaSteps(this);
        for (Table table : steps.created().tables()) {
            String name = table.name();
            steps.sql().execute(Sql.of("ALTER TABLE %s ADD COLUMN %s text", name, "own"));
            steps.sql().execute(new Index(false, List.of("own")).sql("own " + name, name));
        }
        steps.sql().execute("CREATE TABLE quest (id integer)");
        assertThat(differences()).isEmpty();
    }

    private static List<String> names(Table table, List<String> columns) {
        return Stream.concat(Stream.of(table.name()), columns.stream()).toList();
    }

    private static List<String> difference(List<String> more, List<String> less) {
        return more.stream().filter(each -> !less.contains(each)).toList();
    }

    private static void assertOneNames(List<String> sentences, List<String> names) {
        assertThat(sentences).as("sentences, one of which names %s", names).anyMatch(sentence -> names.stream()
                .allMatch(name -> isWordOf(sentence, name)));
    }

    private static boolean isWordOf(String sentence, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .matcher(sentence)
                .find();
    }
}

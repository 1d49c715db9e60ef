package dev.usher.testkit;

import dev.usher.testkit.CreateFaults.BrokenSchema;
import java.util.List;
import java.util.stream.Stream;

/** Validations with one fault each. */
final class DifferencesFaults {

    private DifferencesFaults() {}

    /** A validation that does not say everything. */
    abstract static class Quiet extends BrokenSchema {

        abstract boolean says(String sentence);

        @Override
        public List<String> differences() {
            return super.differences().stream().filter(this::says).toList();
        }
    }

    /** Finds everything good. */
    @Fault({
        "differences_nameEveryTableThatIsMissing",
        "differences_nameEveryColumnThatIsMissing",
        "differences_nameEveryIndexThatIsGone",
        "differences_nameEveryForeignKeyThatIsGone",
    })
    static class Blind extends Quiet {
        @Override
        boolean says(String sentence) {
            return false;
        }
    }

    /** Says what is wrong, but not where. */
    @Fault({
        "differences_nameEveryTableThatIsMissing",
        "differences_nameEveryColumnThatIsMissing",
        "differences_nameEveryIndexThatIsGone",
        "differences_nameEveryForeignKeyThatIsGone",
    })
    static class Nameless extends BrokenSchema {
        @Override
        public List<String> differences() {
            return super.differences().stream()
                    .map(each -> "something is missing")
                    .toList();
        }
    }

    /** Compares those tables that are there. */
    @Fault("differences_nameEveryTableThatIsMissing")
    static class LookingAtWhatIsThere extends BrokenSchema {
        @Override
        public List<String> differences() {
            List<String> live = CatalogueReader.read(dataSource()).tables().stream()
                    .map(Catalogue.Table::name)
                    .toList();
            return super.differences().stream()
                    .filter(each -> live.stream().anyMatch(each::startsWith))
                    .toList();
        }
    }

    /** Does not look at one column. */
    @Fault("differences_nameEveryColumnThatIsMissing")
    static class LookingAtMostColumns extends Quiet {
        @Override
        boolean says(String sentence) {
            return !sentence.contains("knighted_at");
        }
    }

    /** Looks at tables and columns only. */
    @Fault("differences_nameEveryIndexThatIsGone")
    static class LookingAtNoIndex extends Quiet {
        @Override
        boolean says(String sentence) {
            return !sentence.contains("Index[");
        }
    }

    /** Does not look at what is unique. */
    @Fault("differences_nameEveryIndexThatIsGone")
    static class LookingAtNoUniqueness extends Quiet {
        @Override
        boolean says(String sentence) {
            return !sentence.contains("unique=true");
        }
    }

    /** Names one column of those that are unique together. */
    @Fault("differences_nameEveryIndexThatIsGone")
    static class NamingTheFirstColumn extends BrokenSchema {
        @Override
        public List<String> differences() {
            return super.differences().stream()
                    .map(each -> each.replace("[tincture, charge]", "[tincture]"))
                    .toList();
        }
    }

    /** Does not look at foreign keys. */
    @Fault("differences_nameEveryForeignKeyThatIsGone")
    static class LookingAtNoForeignKey extends Quiet {
        @Override
        boolean says(String sentence) {
            return !sentence.contains("Reference[");
        }
    }

    /** Does not look whether shields go with their knight. */
    @Fault("differences_nameEveryForeignKeyThatIsGone")
    static class LookingAtNoCascade extends BrokenSchema {
        @Override
        public List<String> differences() {
            boolean refers =
                    CatalogueReader.read(dataSource()).tables().stream().anyMatch(table -> table.refersTo("knight"));
            return super.differences().stream()
                    .filter(each -> !refers || !each.contains("Reference["))
                    .toList();
        }
    }

    /** Wants the tables to be exactly as it made them. */
    @Fault("differences_letPassWhatIsThereBesides")
    static class Pedantic extends BrokenSchema {
        @Override
        public List<String> differences() {
            int lines = CatalogueReader.read(dataSource())
                    .without(historyTable())
                    .lines()
                    .size();
            return Stream.concat(super.differences().stream(), lines > 15 ? Stream.of("too much") : Stream.of())
                    .toList();
        }
    }
}

package dev.usher.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL that mends a difference. To be read before it is run: values that are missing are filled with empty ones.
 *
 * @param statements in their order, to be run in one transaction
 * @param rebuild whether that transaction must run with foreign keys off, which SQLite does only outside of one
 */
public record Repair(List<String> statements, boolean rebuild) {

    static final List<String> BEFORE_REBUILD = List.of("PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = ON");
    static final List<String> AFTER_REBUILD = List.of("PRAGMA legacy_alter_table = OFF", "PRAGMA foreign_keys = ON");

    public Repair {
        statements = List.copyOf(statements);
    }

    /** Statements that run in any transaction. */
    static Repair of(String... statements) {
        return new Repair(List.of(statements), false);
    }

    /** Everything to run on one connection in auto-commit mode, the transaction included. */
    public List<String> standalone() {
        Stream<String> body = Stream.of(
                        Stream.of(rebuild ? "BEGIN IMMEDIATE" : "BEGIN"), statements.stream(), Stream.of("COMMIT"))
                .flatMap(each -> each);
        return rebuild
                ? Stream.of(BEFORE_REBUILD.stream(), body, AFTER_REBUILD.stream())
                        .flatMap(each -> each)
                        .toList()
                : body.toList();
    }

    /** The same as text for a console such as psql or sqlite3. */
    public String script() {
        return standalone().stream().map(each -> each + ";\n").collect(Collectors.joining());
    }
}

package dev.usher.schema;

import java.util.List;
import java.util.stream.Collectors;

/** The live tables are not what the application expects; the message lists each difference with the SQL that mends it. */
public final class SchemaMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Difference> differences;

    SchemaMismatchException(List<Difference> differences) {
        super(differences.stream()
                .map(Difference::toString)
                .collect(Collectors.joining("\n", "the database is not as the application expects it:\n", "")));
        this.differences = List.copyOf(differences);
    }

    /** At least one. */
    public List<Difference> differences() {
        return differences;
    }
}

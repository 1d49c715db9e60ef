package dev.usher.schema;

import java.util.Locale;

/** The part of a SQLite URL after its scheme: a path, perhaps with settings after a question mark. */
final class SqliteUrl {

    private SqliteUrl() {}

    /** Two slashes and an empty host, then the path behind one more slash. */
    static DatabaseUrl ofSqlAlchemy(String rest) {
        if (rest.startsWith("///")) {
            return ofJdbc(rest.substring("///".length()));
        }
        if (rest.equals("//")) {
            return ofJdbc("");
        }
        throw new IllegalArgumentException("a SQLite URL has three slashes before a relative path, four before an"
                + " absolute one: sqlite:///users.db, sqlite:////var/lib/users.db");
    }

    static DatabaseUrl ofJdbc(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.startsWith("?") || lower.contains(":memory:") || lower.contains("mode=memory")) {
            throw new IllegalArgumentException(
                    "a SQLite database in memory is another, empty one on each connection of a"
                            + " pool: name a file, for instance in a temporary folder");
        }
        return new DatabaseUrl(Dialect.SQLITE, "jdbc:sqlite:" + path, null, null);
    }
}

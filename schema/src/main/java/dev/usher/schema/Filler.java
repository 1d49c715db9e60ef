package dev.usher.schema;

import java.time.Instant;

/** SQL for the value of a required column in a row that has none: empty, or unique where it must be. */
final class Filler {

    private static final String SQLITE_HEX = "lower(hex(randomblob(16)))";
    private static final String SQLITE_UUID = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'"
            + " || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    private final Dialect dialect;
    private final Instant now;

    /** @param now for points in time, which are not known */
    Filler(Dialect dialect, Instant now) {
        this.dialect = dialect;
        this.now = now;
    }

    String of(Column column) {
        return switch (column.role()) {
            case KEY, GENERATED_KEY -> key(column);
            case UNIQUE -> "'missing-' || " + random();
            case PLAIN, INDEXED, RARELY_TRUE -> empty(column);
        };
    }

    private String key(Column column) {
        if (!isUuid(column)) {
            return random();
        }
        return dialect == Dialect.SQLITE ? SQLITE_UUID : "gen_random_uuid()";
    }

    private String random() {
        return dialect == Dialect.SQLITE ? SQLITE_HEX : "md5(random()::text || clock_timestamp()::text)";
    }

    private String empty(Column column) {
        String type = column.type().plainlyDeclaredOn(Dialect.POSTGRESQL);
        return switch (type) {
            case "boolean" -> dialect == Dialect.SQLITE ? "0" : "false";
            case "integer", "bigint", "double precision" -> "0";
            case "timestamptz" -> dialect == Dialect.SQLITE ? String.valueOf(now.toEpochMilli()) : "'" + now + "'";
            case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
            case "date" -> "'1970-01-01'";
            case "json", "jsonb" -> "'{}'";
            default -> type.startsWith("numeric") ? "'0'" : "''";
        };
    }

    static boolean isUuid(Column column) {
        return column.type().plainlyDeclaredOn(Dialect.POSTGRESQL).equals("uuid");
    }
}

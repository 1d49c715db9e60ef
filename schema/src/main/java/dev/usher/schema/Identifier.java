package dev.usher.schema;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The name of a table, column or constraint, exactly as the database knows it.
 *
 * <p>Both engines quote alike, so that any name works: reserved words, capitals, blanks and quotes too.
 *
 * @param name 1 to 63 bytes of UTF-8, because PostgreSQL silently cuts longer ones; no control characters
 */
public record Identifier(String name) {

    private static final int MAX_BYTES = 63;

    /** @throws IllegalArgumentException if the name is not of that shape */
    public Identifier {
        if (name.isEmpty() || bytes(name) > MAX_BYTES) {
            throw new IllegalArgumentException("a database name has 1 to " + MAX_BYTES + " bytes, this one has "
                    + bytes(name) + ": " + Text.printable(name));
        }
        if (!Text.isWellFormed(name) || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a database name has no control characters and no broken surrogates: " + Text.printable(name));
        }
    }

    /** The name in double quotes, to be put into SQL. */
    public String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A column of this table, qualified: SQLite reads an unqualified quoted name that it does not know as text. */
    public String quoted(Identifier column) {
        return quoted() + "." + column.quoted();
    }

    /** Whether the engines may take two names for one; SQLite compares the letters a to z without case. */
    boolean clashesWith(Identifier other) {
        return name.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT));
    }

    /** A name made of this one, e.g. {@code users_email_key}; long ones are cut and told apart by a hash. */
    Identifier derived(String ending) {
        String whole = name + ending;
        if (bytes(whole) <= MAX_BYTES) {
            return new Identifier(whole);
        }
        String tail = "_" + Integer.toHexString(whole.hashCode());
        int end = name.length();
        while (bytes(name.substring(0, end)) + tail.length() > MAX_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return new Identifier(name.substring(0, end) + tail);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

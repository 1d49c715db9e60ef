package dev.usher.schema;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The three kinds of primary keys: how they are stored and written, and who makes them.
 *
 * @param <ID> the Java type of a key
 */
public final class IdType<ID> {

    private static final int MAX_TEXT_LENGTH = 255;
    private static final Pattern CANONICAL_UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CANONICAL_LONG = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** Random UUIDs (version 4), made by the adapter: they tell neither how many users there are nor when they came. */
    public static final IdType<UUID> UUID =
            new IdType<>(ColumnType.uuid(), false, IdType::parseUuid, java.util.UUID::randomUUID);

    /** Numbers made by the database, which never gives one out again. */
    public static final IdType<Long> LONG = new IdType<>(ColumnType.bigint(), true, IdType::parseLong, () -> {
        throw new IllegalStateException("the database makes Long ids");
    });

    /** Text of the application's own making: 1 to 255 characters without control characters, not all blanks. */
    public static final IdType<String> STRING =
            new IdType<>(ColumnType.text(MAX_TEXT_LENGTH).inByteOrder(), false, IdType::parseText, () -> {
                throw new IllegalStateException("String ids are the application's own: set the id before the insert");
            });

    private final ColumnType<ID> columnType;
    private final boolean generatedByDatabase;
    private final Function<String, Optional<ID>> parser;
    private final Supplier<ID> source;

    private IdType(
            ColumnType<ID> columnType,
            boolean generatedByDatabase,
            Function<String, Optional<ID>> parser,
            Supplier<ID> source) {
        this.columnType = columnType;
        this.generatedByDatabase = generatedByDatabase;
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads an id from a path or a token.
     *
     * @return empty unless the text is the one spelling of an id; only a UUID's digits may be in upper case
     */
    public Optional<ID> parse(String text) {
        return parser.apply(text);
    }

    /** Whether a user can have this id; if not, no database needs to be asked. */
    public boolean isPossible(ID id) {
        return !(id instanceof String text) || parser.apply(text).isPresent();
    }

    /**
     * Makes an id.
     *
     * @throws IllegalStateException if the database or the application makes them
     */
    public ID newId() {
        return source.get();
    }

    /** Whether the database makes an id where an insert gives none. */
    public boolean isGeneratedByDatabase() {
        return generatedByDatabase;
    }

    /** How an id is stored. */
    public ColumnType<ID> columnType() {
        return columnType;
    }

    private static Optional<UUID> parseUuid(String text) {
        return CANONICAL_UUID.matcher(text).matches() ? Optional.of(java.util.UUID.fromString(text)) : Optional.empty();
    }

    private static Optional<Long> parseLong(String text) {
        if (!CANONICAL_LONG.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException beyond64Bits) {
            return Optional.empty();
        }
    }

    private static Optional<String> parseText(String text) {
        boolean good = !text.isBlank()
                && text.length() <= MAX_TEXT_LENGTH
                && Text.isStorable(text)
                && text.codePoints().noneMatch(Character::isISOControl);
        return good ? Optional.of(text) : Optional.empty();
    }
}

package dev.usher.schema;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds: how it is declared on each engine, and how a value goes in and comes out.
 *
 * <p>A column takes no {@code NULL} unless its type is made {@link #nullable()}. Further types are made of these by
 * {@link #as}; a period, for instance, is {@code ColumnType.text(20).as(Period::parse, Period::toString)}.
 *
 * @param <T> the Java type of a value
 */
public final class ColumnType<T> {

    private static final int MAX_PRECISION = 1000;
    private static final int MAX_YEAR = 9999;

    private final Declaration declaration;
    private final boolean nullable;
    private final Reader<T> reader;
    private final Writer<T> writer;

    private ColumnType(Declaration declaration, boolean nullable, Reader<T> reader, Writer<T> writer) {
        this.declaration = declaration;
        this.nullable = nullable;
        this.reader = reader;
        this.writer = writer;
    }

    private static <T> ColumnType<T> of(Declaration declaration, Reader<T> reader, Writer<T> writer) {
        return new ColumnType<>(declaration, false, reader, writer);
    }

    /**
     * Text of limited length. SQLite does not enforce the limit. Text with U+0000 or a broken surrogate pair is refused
     * with {@link IllegalArgumentException}.
     *
     * @param maxLength in characters, positive
     */
    public static ColumnType<String> text(int maxLength) {
        if (maxLength < 1) {
            throw new IllegalArgumentException("a text column holds at least one character, not " + maxLength);
        }
        String declared = "varchar(" + maxLength + ")";
        return of(new Declaration(declared, declared, Types.VARCHAR), ResultSet::getString, ColumnType::writeText);
    }

    /** Text of any length, else as {@link #text(int)}. */
    public static ColumnType<String> text() {
        return of(new Declaration("text", "text", Types.VARCHAR), ResultSet::getString, ColumnType::writeText);
    }

    /**
     * The same, but compared and sorted by the bytes of its UTF-8 form, so that ranges, prefixes and equality use one
     * plain index: {@code COLLATE "C"} on PostgreSQL, what SQLite does anyway.
     *
     * @throws IllegalStateException if this is no text
     */
    public ColumnType<T> inByteOrder() {
        if (declaration.jdbcType() != Types.VARCHAR) {
            throw new IllegalStateException("only text has a collation, not " + declaration.postgresql());
        }
        return new ColumnType<>(declaration.inByteOrder(), nullable, reader, writer);
    }

    /** True or false; 1 or 0 on SQLite, which a constraint guards. */
    public static ColumnType<Boolean> bool() {
        return of(
                new Declaration("boolean", "boolean", Types.BOOLEAN),
                ResultSet::getBoolean,
                PreparedStatement::setBoolean);
    }

    /** 32 bits with sign. */
    public static ColumnType<Integer> integer() {
        return of(new Declaration("integer", "integer", Types.INTEGER), ResultSet::getInt, PreparedStatement::setInt);
    }

    /** 64 bits with sign. */
    public static ColumnType<Long> bigint() {
        return of(new Declaration("bigint", "bigint", Types.BIGINT), ResultSet::getLong, PreparedStatement::setLong);
    }

    /** A moment with millisecond precision; finer digits are cut off. */
    public static ColumnType<Instant> instant() {
        return of(
                new Declaration("timestamp", "timestamptz", Types.TIMESTAMP),
                ColumnType::readInstant,
                (statement, index, value) ->
                        statement.setTimestamp(index, Timestamp.from(value.truncatedTo(ChronoUnit.MILLIS))));
    }

    /** A UUID; on SQLite its canonical text. */
    public static ColumnType<UUID> uuid() {
        return spelled(new Declaration("char(36)", "uuid", Types.OTHER), UUID::fromString, UUID::toString);
    }

    /**
     * A constant of an enum, stored by its name as text of any length, so that longer names may come. A stored name that
     * the enum has no longer is an {@link IllegalArgumentException} when it is read.
     */
    public static <E extends Enum<E>> ColumnType<E> enumeration(Class<E> type) {
        return text().as(name -> Enum.valueOf(type, name), Enum::name);
    }

    /**
     * A JSON document as text, for a library of the application's choice: {@code ColumnType.json().as(read, write)}.
     * PostgreSQL keeps it as {@code jsonb}: the same document, not always the same text, and refused if it is none;
     * SQLite keeps the text as it is. U+0000 is refused on both, on PostgreSQL in its escaped form too.
     */
    public static ColumnType<String> json() {
        return spelled(new Declaration("text", "jsonb", Types.OTHER), text -> text, ColumnType::requireStorable);
    }

    /**
     * A number with an exact number of decimal places, e.g. an amount of money. It is never rounded: one that does not
     * fit is refused with {@link IllegalArgumentException}. SQLite has no such numbers and keeps text, which sorts as
     * text.
     *
     * @param precision digits in all, from 1 to 1000
     * @param scale digits behind the point, from 0 to the precision; what is read has exactly as many
     */
    public static ColumnType<BigDecimal> decimal(int precision, int scale) {
        if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
            throw new IllegalArgumentException(
                    "a decimal number has not " + precision + " digits with " + scale + " behind the point");
        }
        return spelled(
                new Declaration("text", "numeric(" + precision + "," + scale + ")", Types.OTHER),
                BigDecimal::new,
                value -> fitting(value, precision, scale).toPlainString());
    }

    /**
     * A day, without time and time zone; on SQLite its text in ISO 8601, which sorts as days do. Years before 1 and after
     * 9999 are refused with {@link IllegalArgumentException}.
     */
    public static ColumnType<LocalDate> date() {
        return spelled(new Declaration("date", "date", Types.OTHER), LocalDate::parse, ColumnType::inFourDigitYear);
    }

    /** 64 bits of floating point; infinities and what is no number are refused with {@link IllegalArgumentException}. */
    public static ColumnType<Double> floating() {
        return of(
                new Declaration("double precision", "double precision", Types.DOUBLE),
                ResultSet::getDouble,
                (statement, index, value) -> statement.setDouble(index, requireFinite(value)));
    }

    /** A value that has a spelling of its own: a string of type OTHER is what both engines turn into the column's type. */
    private static <T> ColumnType<T> spelled(
            Declaration declaration, Function<String, T> read, Function<T, String> write) {
        return of(
                declaration,
                (row, index) -> {
                    String stored = row.getString(index);
                    return stored == null ? null : read.apply(stored);
                },
                (statement, index, value) -> statement.setObject(index, write.apply(value), Types.OTHER));
    }

    /** The same, but the column may be empty, which is {@code null} in Java. */
    public ColumnType<T> nullable() {
        return new ColumnType<>(declaration, true, reader, writer);
    }

    /** Whether the column may be empty. */
    public boolean isNullable() {
        return nullable;
    }

    /**
     * A column declared as this one, for another Java type.
     *
     * @param read makes a value of what is stored; never given {@code null}
     * @param write makes of a value what is stored; never given {@code null}
     */
    public <R> ColumnType<R> as(Function<? super T, ? extends R> read, Function<? super R, ? extends T> write) {
        return new ColumnType<>(
                declaration,
                nullable,
                (row, index) -> {
                    T stored = read(row, index);
                    return stored == null ? null : read.apply(stored);
                },
                (statement, index, value) -> writer.write(statement, index, write.apply(value)));
    }

    /** Reads a value of a row; the first column is 1. */
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        T value = reader.read(row, index);
        return row.wasNull() ? null : value;
    }

    /** Binds a value to a parameter; the first is 1. */
    public void write(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, declaration.jdbcType());
        } else {
            writer.write(statement, index, value);
        }
    }

    String declaredOn(Dialect dialect) {
        boolean collated = dialect == Dialect.POSTGRESQL && isInByteOrder();
        return plainlyDeclaredOn(dialect) + (collated ? " COLLATE \"C\"" : "");
    }

    /** Without collation. */
    String plainlyDeclaredOn(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> declaration.sqlite();
            case POSTGRESQL -> declaration.postgresql();
        };
    }

    boolean isInByteOrder() {
        return declaration.byteOrder();
    }

    boolean isBoolean() {
        return declaration.jdbcType() == Types.BOOLEAN;
    }

    private static void writeText(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, requireStorable(value));
    }

    private static String requireStorable(String value) {
        if (!Text.isStorable(value)) {
            throw new IllegalArgumentException("text with U+0000 or a broken surrogate pair cannot be stored");
        }
        return value;
    }

    private static BigDecimal fitting(BigDecimal value, int precision, int scale) {
        BigDecimal exact = value.stripTrailingZeros();
        if (exact.scale() > scale || exact.precision() - exact.scale() > precision - scale) {
            throw new IllegalArgumentException("a number does not fit into " + precision + " digits with " + scale
                    + " behind the point, and is not rounded");
        }
        return exact.setScale(scale);
    }

    private static String inFourDigitYear(LocalDate value) {
        if (value.getYear() < 1 || value.getYear() > MAX_YEAR) {
            throw new IllegalArgumentException("a day lies between the years 1 and " + MAX_YEAR);
        }
        return value.toString();
    }

    private static double requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("infinities and what is no number cannot be stored");
        }
        return value;
    }

    private static @Nullable Instant readInstant(ResultSet row, int index) throws SQLException {
        Timestamp stored = row.getTimestamp(index);
        return stored == null ? null : stored.toInstant();
    }

    private record Declaration(String sqlite, String postgresql, int jdbcType, boolean byteOrder) {

        Declaration(String sqlite, String postgresql, int jdbcType) {
            this(sqlite, postgresql, jdbcType, false);
        }

        Declaration inByteOrder() {
            return new Declaration(sqlite, postgresql, jdbcType, true);
        }
    }

    private interface Reader<T> {
        @Nullable T read(ResultSet row, int index) throws SQLException;
    }

    private interface Writer<T> {
        void write(PreparedStatement statement, int index, T value) throws SQLException;
    }
}

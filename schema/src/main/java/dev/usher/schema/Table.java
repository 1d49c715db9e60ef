package dev.usher.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table as Usher creates it.
 *
 * @param name its name
 * @param columns in their order
 */
public record Table(Identifier name, List<Column> columns) {

    /** @throws IllegalArgumentException if two columns have one name */
    public Table {
        columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            refuseClash(columns.get(i).name(), columns.subList(0, i));
        }
    }

    /**
     * The table of users.
     *
     * @param name e.g. {@code users}
     * @param idType the kind of primary key
     * @param renamed the base columns that have not their default name
     * @param own the application's columns, which come after Usher's
     */
    public static Table users(String name, IdType<?> idType, Map<BaseColumn, String> renamed, List<Column> own) {
        List<Column> columns = new ArrayList<>();
        for (BaseColumn base : BaseColumn.values()) {
            Identifier column = new Identifier(renamed.getOrDefault(base, base.defaultName()));
            columns.add(new Column(column, type(base, idType), role(base, idType)));
        }
        columns.addAll(own);
        return new Table(new Identifier(name), columns);
    }

    /**
     * The table of revoked tokens: {@code token_id}, 1 to 255 characters, and {@code expires_at}.
     *
     * @param name e.g. {@code revoked_token}
     */
    public static Table revokedTokens(String name) {
        return new Table(
                new Identifier(name),
                List.of(
                        new Column(new Identifier("token_id"), ColumnType.text(255), Column.Role.KEY),
                        new Column(new Identifier("expires_at"), ColumnType.instant(), Column.Role.INDEXED)));
    }

    /** The statements that create the table and its indexes, or change nothing if they exist. */
    public List<String> statements(Dialect dialect) {
        return new CreateTable(this, dialect).statements();
    }

    private static ColumnType<?> type(BaseColumn base, IdType<?> idType) {
        return switch (base) {
            case ID -> idType.columnType();
            case EMAIL -> ColumnType.text(320);
            case HASHED_PASSWORD -> ColumnType.text(1024);
            case IS_ACTIVE, IS_SUPERUSER, IS_VERIFIED -> ColumnType.bool();
            case TOKEN_VERSION -> ColumnType.integer();
            case ROW_VERSION -> ColumnType.bigint();
            case CREATED_AT, UPDATED_AT -> ColumnType.instant();
        };
    }

    private static Column.Role role(BaseColumn base, IdType<?> idType) {
        return switch (base) {
            case ID -> idType.isGeneratedByDatabase() ? Column.Role.GENERATED_KEY : Column.Role.KEY;
            case EMAIL -> Column.Role.UNIQUE;
            default -> Column.Role.PLAIN;
        };
    }

    private static void refuseClash(Identifier name, List<Column> others) {
        if (others.stream().anyMatch(other -> other.name().clashesWith(name))) {
            throw new IllegalArgumentException("two columns are named " + name.name());
        }
    }
}

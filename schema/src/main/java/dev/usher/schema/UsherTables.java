package dev.usher.schema;

import dev.usher.schema.Column.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What Usher's four tables consist of. */
final class UsherTables {

    private static final int PROVIDER_LENGTH = 100;
    private static final int ACCOUNT_LENGTH = 320;

    private UsherTables() {}

    static Table users(Identifier name, IdType<?> idType, Function<BaseColumn, Identifier> names, List<Column> own) {
        List<Column> columns = new ArrayList<>();
        for (BaseColumn base : BaseColumn.values()) {
            columns.add(new Column(names.apply(base), type(base, idType), role(base, idType)));
        }
        columns.addAll(own);
        return new Table(name, columns);
    }

    static Table revokedTokens(Identifier name) {
        return new Table(
                name,
                List.of(
                        column("token_id", ColumnType.text(255).inByteOrder(), Role.KEY),
                        column("expires_at", ColumnType.instant(), Role.INDEXED)));
    }

    static Table oauthAccounts(Identifier name, UserSchema schema) {
        Column provider = column("oauth_name", ColumnType.text(PROVIDER_LENGTH).inByteOrder(), Role.PLAIN);
        Column account = column("account_id", ColumnType.text(ACCOUNT_LENGTH).inByteOrder(), Role.PLAIN);
        return new Table(
                name,
                List.of(
                        column("id", schema.idType().columnType(), key(schema.idType())),
                        column("user_id", schema.idType().columnType(), Role.INDEXED),
                        provider,
                        account,
                        column("account_email", ColumnType.text(ACCOUNT_LENGTH), Role.PLAIN),
                        column("access_token", ColumnType.text(), Role.PLAIN),
                        column("refresh_token", ColumnType.text().nullable(), Role.PLAIN),
                        column("expires_at", ColumnType.bigint().nullable(), Role.PLAIN)),
                List.of(new Table.Unique(List.of(provider.name(), account.name()))),
                List.of(toUser(schema)));
    }

    static Table accessTokens(Identifier name, UserSchema schema) {
        return new Table(
                name,
                List.of(
                        column("digest", ColumnType.text(64).inByteOrder(), Role.KEY),
                        column("user_id", schema.idType().columnType(), Role.INDEXED),
                        column("token_version", ColumnType.integer(), Role.PLAIN),
                        column("created_at", ColumnType.instant(), Role.PLAIN),
                        column("expires_at", ColumnType.instant(), Role.INDEXED)),
                List.of(),
                List.of(toUser(schema)));
    }

    private static Table.Reference toUser(UserSchema schema) {
        return new Table.Reference(new Identifier("user_id"), schema.users().name(), schema.name(BaseColumn.ID));
    }

    private static Column column(String name, ColumnType<?> type, Role role) {
        return new Column(new Identifier(name), type, role);
    }

    private static ColumnType<?> type(BaseColumn base, IdType<?> idType) {
        return switch (base) {
            case ID -> idType.columnType();
            case EMAIL -> ColumnType.text(320).inByteOrder();
            case HASHED_PASSWORD -> ColumnType.text(1024);
            case IS_ACTIVE, IS_SUPERUSER, IS_VERIFIED -> ColumnType.bool();
            case TOKEN_VERSION -> ColumnType.integer();
            case ROW_VERSION -> ColumnType.bigint();
            case CREATED_AT, UPDATED_AT -> ColumnType.instant();
        };
    }

    private static Role role(BaseColumn base, IdType<?> idType) {
        return switch (base) {
            case ID -> key(idType);
            case EMAIL -> Role.UNIQUE;
            case IS_SUPERUSER -> Role.RARELY_TRUE;
            default -> Role.PLAIN;
        };
    }

    private static Role key(IdType<?> idType) {
        return idType.isGeneratedByDatabase() ? Role.GENERATED_KEY : Role.KEY;
    }
}

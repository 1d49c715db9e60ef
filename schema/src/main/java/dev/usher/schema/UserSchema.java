package dev.usher.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All tables of one application's users: names, kind of id and own columns. The one description that {@link Schema}
 * creates, migrates and validates by, and that the SQL adapters read.
 *
 * <pre>{@code
 * UserSchema.of("users", IdType.UUID).column(Column.plain("first_name", ColumnType.text(100).nullable()))
 * }</pre>
 *
 * <p>Immutable: each method returns another description.
 */
public final class UserSchema {

    private final Table users;
    private final IdType<?> idType;
    private final Map<BaseColumn, String> renamed;
    private final List<Column> own;
    private final Map<TokenTable, String> names;

    private UserSchema(
            String users,
            IdType<?> idType,
            Map<BaseColumn, String> renamed,
            List<Column> own,
            Map<TokenTable, String> names) {
        this.idType = idType;
        this.renamed = Map.copyOf(renamed);
        this.own = List.copyOf(own);
        this.names = Map.copyOf(names);
        this.users = UsherTables.users(new Identifier(users), idType, this::name, own);
        names.values().forEach(Identifier::new);
    }

    /** The tables beside the users'. */
    public enum TokenTable {
        /** JWTs that ended before they expired. */
        REVOKED_TOKEN,
        /** Accounts at providers such as Google. */
        OAUTH_ACCOUNT,
        /** Opaque tokens that are alive. */
        ACCESS_TOKEN;

        /** The name unless the application gives another, e.g. {@code revoked_token}. */
        public String defaultName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Usher's tables under their default names.
     *
     * @param users name of the table of users, 1 to 63 bytes
     * @param idType the kind of primary key
     * @throws IllegalArgumentException if the name is not of that shape
     */
    public static UserSchema of(String users, IdType<?> idType) {
        return new UserSchema(users, idType, Map.of(), List.of(), Map.of());
    }

    /**
     * Adds a column of the application's own to the table of users, after Usher's.
     *
     * @throws IllegalArgumentException if the table has a column of that name
     */
    public UserSchema column(Column column) {
        List<Column> more = new ArrayList<>(own);
        more.add(column);
        return new UserSchema(users.name().name(), idType, renamed, more, names);
    }

    /**
     * Gives a column of the table of users another name.
     *
     * @throws IllegalArgumentException if the table has another column of that name
     */
    public UserSchema rename(BaseColumn column, String name) {
        Map<BaseColumn, String> more = new EnumMap<>(BaseColumn.class);
        more.putAll(renamed);
        more.put(column, name);
        return new UserSchema(users.name().name(), idType, more, own, names);
    }

    /** Gives a table beside the users' another name. */
    public UserSchema rename(TokenTable table, String name) {
        Map<TokenTable, String> more = new EnumMap<>(TokenTable.class);
        more.putAll(names);
        more.put(table, name);
        return new UserSchema(users.name().name(), idType, renamed, own, more);
    }

    /** The table of users. */
    public Table users() {
        return users;
    }

    /** {@code token_id}, 1 to 255 characters, and {@code expires_at}. */
    public Table revokedTokens() {
        return UsherTables.revokedTokens(name(TokenTable.REVOKED_TOKEN));
    }

    /**
     * {@code id}, {@code user_id}, {@code oauth_name}, {@code account_id}, {@code account_email}, {@code access_token},
     * {@code refresh_token} and {@code expires_at}, in seconds since 1970; unique by name and account id. They go when
     * their user goes. Where the database does not generate ids, whoever inserts makes one: a UUID, or its text.
     */
    public Table oauthAccounts() {
        return UsherTables.oauthAccounts(name(TokenTable.OAUTH_ACCOUNT), this);
    }

    /**
     * {@code digest}, {@code user_id}, {@code token_version}, {@code created_at} and {@code expires_at}. They go when
     * their user goes.
     */
    public Table accessTokens() {
        return UsherTables.accessTokens(name(TokenTable.ACCESS_TOKEN), this);
    }

    /** All four, each after those it refers to. */
    public List<Table> tables() {
        return List.of(users, revokedTokens(), oauthAccounts(), accessTokens());
    }

    /** The kind of primary key. */
    public IdType<?> idType() {
        return idType;
    }

    /** What a base column of the table of users is called here. */
    public Identifier name(BaseColumn column) {
        return new Identifier(renamed.getOrDefault(column, column.defaultName()));
    }

    /**
     * What Usher's versioned migrations call by placeholders, for whoever runs them instead of {@link Schema#migrate}.
     *
     * @return placeholder to value, e.g. {@code usher_users} to {@code users}
     * @throws IllegalArgumentException if a name is so long that names of constraints made of it would be cut
     */
    public Map<String, String> placeholders(Dialect dialect) {
        return Placeholders.of(this, dialect);
    }

    Identifier name(TokenTable table) {
        return new Identifier(names.getOrDefault(table, table.defaultName()));
    }
}

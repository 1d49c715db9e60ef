package dev.usher.jdbc;

import dev.usher.StoredUser;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import dev.usher.schema.Identifier;
import dev.usher.schema.Schema;
import dev.usher.schema.Table;
import dev.usher.schema.UserSchema;
import dev.usher.schema.UserSchema.TokenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How the application's users lie in their table: written down, not reflected.
 *
 * <pre>{@code
 * UserTable<Member, UUID> members = UserTable.of("users", IdType.UUID, Member::new)
 *         .column("first_name", ColumnType.text(100).nullable(), Member::firstName, Member::firstName);
 * }</pre>
 *
 * <p>Immutable: each method returns another description. Names are quoted, so that any will do.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class UserTable<U extends StoredUser<ID>, ID> {

    private final UserSchema schema;
    private final IdType<ID> idType;
    private final Supplier<U> newUser;
    private final List<UserColumn<U, ?>> own;

    private UserTable(UserSchema schema, IdType<ID> idType, Supplier<U> newUser, List<UserColumn<U, ?>> own) {
        this.schema = schema;
        this.idType = idType;
        this.newUser = newUser;
        this.own = own;
    }

    /**
     * A table of users with Usher's base columns under their default names.
     *
     * @param name 1 to 63 bytes, as the database knows it
     * @param newUser makes an empty user, usually {@code Member::new}
     * @throws IllegalArgumentException if the name is not of that shape
     */
    public static <U extends StoredUser<ID>, ID> UserTable<U, ID> of(
            String name, IdType<ID> idType, Supplier<U> newUser) {
        return new UserTable<>(UserSchema.of(name, idType), idType, newUser, List.of());
    }

    /**
     * Adds a column of the application's own.
     *
     * @param name 1 to 63 bytes, as the database knows it
     * @param type what it holds; values are {@code null} only if it is {@linkplain ColumnType#nullable nullable}
     * @param getter reads the value of a user
     * @param setter gives a user the value
     * @throws IllegalArgumentException if the table has a column of that name
     */
    public <T> UserTable<U, ID> column(
            String name,
            ColumnType<T> type,
            Function<? super U, ? extends @Nullable T> getter,
            BiConsumer<? super U, ? super T> setter) {
        List<UserColumn<U, ?>> more = new ArrayList<>(own);
        UserColumn<U, T> column = new UserColumn<>(new Identifier(name), type, getter, setter);
        more.add(column);
        return new UserTable<>(schema.column(column.definition()), idType, newUser, List.copyOf(more));
    }

    /**
     * Gives a base column another name, for a table that exists already.
     *
     * @throws IllegalArgumentException if the table has another column of that name
     */
    public UserTable<U, ID> rename(BaseColumn column, String name) {
        return new UserTable<>(schema.rename(column, name), idType, newUser, own);
    }

    /**
     * Gives a table beside the users' another name than its default.
     *
     * @throws IllegalArgumentException if the name has not 1 to 63 bytes
     */
    public UserTable<U, ID> rename(TokenTable table, String name) {
        return new UserTable<>(schema.rename(table, name), idType, newUser, own);
    }

    /** Gives the table of revoked tokens another name than {@code revoked_token}. */
    public UserTable<U, ID> revokedTokenTable(String name) {
        return rename(TokenTable.REVOKED_TOKEN, name);
    }

    /**
     * Creates this table and those beside it unless they exist, for development and tests; safe where several processes
     * start at once.
     *
     * @see Schema#create
     */
    public void createTables(DataSource dataSource) {
        Schema.create(dataSource, schema);
    }

    /** This table and those beside it, to be migrated and validated by {@link Schema}. */
    public UserSchema schema() {
        return schema;
    }

    /** What {@link #createTables} makes of this table. */
    public Table definition() {
        return schema.users();
    }

    /** What {@link #createTables} makes of the table of revoked tokens. */
    public Table revokedTokens() {
        return schema.revokedTokens();
    }

    /** What {@link #createTables} makes of the table of accounts at providers. */
    public Table oauthAccounts() {
        return schema.oauthAccounts();
    }

    /** What {@link #createTables} makes of the table of opaque tokens. */
    public Table accessTokens() {
        return schema.accessTokens();
    }

    Identifier name() {
        return schema.users().name();
    }

    Identifier name(BaseColumn column) {
        return schema.name(column);
    }

    IdType<ID> idType() {
        return idType;
    }

    U newUser() {
        return newUser.get();
    }

    List<UserColumn<U, ?>> own() {
        return own;
    }
}

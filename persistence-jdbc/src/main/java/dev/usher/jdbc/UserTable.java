package dev.usher.jdbc;

import dev.usher.BaseUser;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import dev.usher.schema.Identifier;
import dev.usher.schema.Schema;
import dev.usher.schema.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
public final class UserTable<U extends BaseUser<ID>, ID> {

    private final String name;
    private final IdType<ID> idType;
    private final Supplier<U> newUser;
    private final Map<BaseColumn, String> renamed;
    private final List<UserColumn<U, ?>> own;
    private final Table definition;
    private final Table revokedTokens;

    private UserTable(
            String name,
            IdType<ID> idType,
            Supplier<U> newUser,
            Map<BaseColumn, String> renamed,
            List<UserColumn<U, ?>> own,
            Table revokedTokens) {
        this.name = name;
        this.idType = idType;
        this.newUser = newUser;
        this.renamed = renamed;
        this.own = own;
        this.definition = Table.users(
                name, idType, renamed, own.stream().map(UserColumn::definition).toList());
        this.revokedTokens = revokedTokens;
    }

    /**
     * A table of users with Usher's base columns under their default names.
     *
     * @param name 1 to 63 bytes, as the database knows it
     * @param newUser makes an empty user, usually {@code Member::new}
     * @throws IllegalArgumentException if the name is not of that shape
     */
    public static <U extends BaseUser<ID>, ID> UserTable<U, ID> of(
            String name, IdType<ID> idType, Supplier<U> newUser) {
        return new UserTable<>(name, idType, newUser, Map.of(), List.of(), Table.revokedTokens("revoked_token"));
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
        more.add(new UserColumn<>(new Identifier(name), type, getter, setter));
        return new UserTable<>(this.name, idType, newUser, renamed, List.copyOf(more), revokedTokens);
    }

    /**
     * Gives a base column another name, for a table that exists already.
     *
     * @throws IllegalArgumentException if the table has another column of that name
     */
    public UserTable<U, ID> rename(BaseColumn column, String name) {
        Map<BaseColumn, String> more = new EnumMap<>(BaseColumn.class);
        more.putAll(renamed);
        more.put(column, name);
        return new UserTable<>(this.name, idType, newUser, Map.copyOf(more), own, revokedTokens);
    }

    /** Gives the table of revoked tokens another name than {@code revoked_token}. */
    public UserTable<U, ID> revokedTokenTable(String name) {
        return new UserTable<>(this.name, idType, newUser, renamed, own, Table.revokedTokens(name));
    }

    /**
     * Creates this table and that of revoked tokens unless they exist, for development and tests; safe where several
     * processes start at once.
     *
     * @see Schema#create
     */
    public void createTables(DataSource dataSource) {
        Schema.create(dataSource, definition, revokedTokens);
    }

    /** What {@link #createTables} makes of this table. */
    public Table definition() {
        return definition;
    }

    /** What {@link #createTables} makes of the table of revoked tokens. */
    public Table revokedTokens() {
        return revokedTokens;
    }

    Identifier name() {
        return definition.name();
    }

    Identifier name(BaseColumn column) {
        return new Identifier(renamed.getOrDefault(column, column.defaultName()));
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

package dev.usher.jdbc;

import dev.usher.BaseUser;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.Column;
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

    private final Names names;
    private final IdType<ID> idType;
    private final Supplier<U> newUser;
    private final List<UserColumn<U, ?>> own;
    private final Table definition;
    private final Table revokedTokens;

    private UserTable(Names names, IdType<ID> idType, Supplier<U> newUser, List<UserColumn<U, ?>> own) {
        this.names = names;
        this.idType = idType;
        this.newUser = newUser;
        this.own = own;
        List<Column> columns = own.stream().map(UserColumn::definition).toList();
        this.definition = Table.users(names.users(), idType, names.renamed(), columns);
        this.revokedTokens = Table.revokedTokens(names.revokedTokens());
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
        return new UserTable<>(new Names(name, Map.of(), "revoked_token"), idType, newUser, List.of());
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
        return new UserTable<>(names, idType, newUser, List.copyOf(more));
    }

    /**
     * Gives a base column another name, for a table that exists already.
     *
     * @throws IllegalArgumentException if the table has another column of that name
     */
    public UserTable<U, ID> rename(BaseColumn column, String name) {
        Map<BaseColumn, String> more = new EnumMap<>(BaseColumn.class);
        more.putAll(names.renamed());
        more.put(column, name);
        Names others = new Names(names.users(), Map.copyOf(more), names.revokedTokens());
        return new UserTable<>(others, idType, newUser, own);
    }

    /** Gives the table of revoked tokens another name than {@code revoked_token}. */
    public UserTable<U, ID> revokedTokenTable(String name) {
        return new UserTable<>(new Names(names.users(), names.renamed(), name), idType, newUser, own);
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
        return new Identifier(names.renamed().getOrDefault(column, column.defaultName()));
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

    private record Names(String users, Map<BaseColumn, String> renamed, String revokedTokens) {}
}

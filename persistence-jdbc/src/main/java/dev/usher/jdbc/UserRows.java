package dev.usher.jdbc;

import static dev.usher.schema.BaseColumn.CREATED_AT;
import static dev.usher.schema.BaseColumn.EMAIL;
import static dev.usher.schema.BaseColumn.HASHED_PASSWORD;
import static dev.usher.schema.BaseColumn.ID;
import static dev.usher.schema.BaseColumn.IS_ACTIVE;
import static dev.usher.schema.BaseColumn.IS_SUPERUSER;
import static dev.usher.schema.BaseColumn.IS_VERIFIED;
import static dev.usher.schema.BaseColumn.ROW_VERSION;
import static dev.usher.schema.BaseColumn.TOKEN_VERSION;
import static dev.usher.schema.BaseColumn.UPDATED_AT;

import dev.usher.Email;
import dev.usher.StoredUser;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Turns rows into users and users into parameters: the id, the row version, and all the rest. */
final class UserRows<U extends StoredUser<I>, I> {

    private final UserTable<U, I> table;
    private final UserColumn<U, I> id;
    private final UserColumn<U, Long> rowVersion;
    private final List<UserColumn<U, ?>> rest;

    UserRows(UserTable<U, I> table) {
        this.table = table;
        this.id = base(ID, table.idType().columnType(), StoredUser::id, StoredUser::id);
        this.rowVersion = base(ROW_VERSION, ColumnType.bigint(), StoredUser::rowVersion, StoredUser::rowVersion);
        this.rest = new ArrayList<>();
        ColumnType<Email> email = ColumnType.text().as(Email::fromStorage, Email::value);
        rest.add(base(EMAIL, email, StoredUser::email, StoredUser::email));
        rest.add(base(HASHED_PASSWORD, ColumnType.text(), StoredUser::hashedPassword, StoredUser::hashedPassword));
        rest.add(base(IS_ACTIVE, ColumnType.bool(), StoredUser::active, StoredUser::active));
        rest.add(base(IS_SUPERUSER, ColumnType.bool(), StoredUser::superuser, StoredUser::superuser));
        rest.add(base(IS_VERIFIED, ColumnType.bool(), StoredUser::verified, StoredUser::verified));
        rest.add(base(TOKEN_VERSION, ColumnType.integer(), StoredUser::tokenVersion, StoredUser::tokenVersion));
        rest.add(base(CREATED_AT, ColumnType.instant(), StoredUser::createdAt, StoredUser::createdAt));
        rest.add(base(UPDATED_AT, ColumnType.instant(), StoredUser::updatedAt, StoredUser::updatedAt));
        rest.addAll(table.own());
    }

    private <T> UserColumn<U, T> base(
            BaseColumn column, ColumnType<T> type, Function<U, T> getter, BiConsumer<U, T> setter) {
        return new UserColumn<>(table.name(column), type, getter, setter);
    }

    UserColumn<U, I> id() {
        return id;
    }

    UserColumn<U, Long> rowVersion() {
        return rowVersion;
    }

    List<UserColumn<U, ?>> rest() {
        return rest;
    }

    /** Reads the first row, if any, of a query that selects all columns in the order of {@link UserStatements}. */
    Optional<U> first(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    /** Reads every row of such a query. */
    List<U> all(PreparedStatement query) throws SQLException {
        List<U> users = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                users.add(read(row));
            }
        }
        return users;
    }

    private U read(ResultSet row) throws SQLException {
        U user = table.newUser();
        id.read(row, 1, user);
        rowVersion.read(row, 2, user);
        for (int i = 0; i < rest.size(); i++) {
            rest.get(i).read(row, i + 3, user);
        }
        return user;
    }

    /**
     * Binds the rest from the first parameter on.
     *
     * @return the index of the next parameter
     */
    int write(PreparedStatement statement, U user) throws SQLException {
        for (int i = 0; i < rest.size(); i++) {
            rest.get(i).write(statement, i + 1, user);
        }
        return rest.size() + 1;
    }
}

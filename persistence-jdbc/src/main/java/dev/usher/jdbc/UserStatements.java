package dev.usher.jdbc;

import dev.usher.schema.BaseColumn;
import dev.usher.schema.Dialect;
import dev.usher.schema.Identifier;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL for one user table, which both engines understand alike. Columns that are read are qualified. */
record UserStatements(
        String findById,
        String findByEmail,
        String insert,
        String insertReturningId,
        String update,
        String delete,
        Map<Dialect, String> lockSuperusersAnd) {

    static UserStatements of(UserTable<?, ?> table, UserRows<?, ?> rows) {
        Identifier users = table.name();
        Identifier id = rows.id().name();
        Identifier version = rows.rowVersion().name();
        List<Identifier> rest =
                rows.rest().stream().<Identifier>map(UserColumn::name).toList();
        List<Identifier> written =
                Stream.concat(rest.stream(), Stream.of(version)).toList();
        List<Identifier> all = Stream.concat(written.stream(), Stream.of(id)).toList();
        return new UserStatements(
                selectAll(table, rows) + " WHERE " + users.quoted(id) + " = ?",
                selectAll(table, rows) + " WHERE " + users.quoted(table.name(BaseColumn.EMAIL)) + " = ?",
                insert(users, all),
                insert(users, written) + " RETURNING " + users.quoted(id),
                """
                UPDATE %1$s SET %2$s, %3$s = %4$s + 1 WHERE %5$s = ? AND %4$s = ?""".formatted(
                                users.quoted(),
                                list(rest, column -> column.quoted() + " = ?"),
                                version.quoted(),
                                users.quoted(version),
                                users.quoted(id)),
                "DELETE FROM %s WHERE %s = ?".formatted(users.quoted(), users.quoted(id)),
                Map.of(
                        Dialect.SQLITE,
                        superusersAnd(table, rows, Dialect.SQLITE),
                        Dialect.POSTGRESQL,
                        superusersAnd(table, rows, Dialect.POSTGRESQL) + " FOR UPDATE"));
    }

    private static String superusersAnd(UserTable<?, ?> table, UserRows<?, ?> rows, Dialect dialect) {
        Identifier users = table.name();
        return "SELECT %1$s, %3$s AND %4$s FROM %2$s WHERE (%3$s AND %4$s) OR %1$s = ? ORDER BY %1$s"
                .formatted(
                        users.quoted(rows.id().name()),
                        users.quoted(),
                        dialect.isTrue(users.quoted(table.name(BaseColumn.IS_SUPERUSER))),
                        dialect.isTrue(users.quoted(table.name(BaseColumn.IS_ACTIVE))));
    }

    /** Every column of a user, in the order in which {@link UserRows#first} reads them. */
    static String selectAll(UserTable<?, ?> table, UserRows<?, ?> rows) {
        Stream<Identifier> first = Stream.of(rows.id().name(), rows.rowVersion().name());
        List<Identifier> columns =
                Stream.concat(first, rows.rest().stream().map(UserColumn::name)).toList();
        return "SELECT " + list(columns, table.name()::quoted) + " FROM "
                + table.name().quoted();
    }

    private static String insert(Identifier table, List<Identifier> columns) {
        return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
                .formatted(table.quoted(), list(columns, Identifier::quoted), list(columns, column -> "?"));
    }

    private static String list(List<Identifier> columns, Function<Identifier, String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }
}

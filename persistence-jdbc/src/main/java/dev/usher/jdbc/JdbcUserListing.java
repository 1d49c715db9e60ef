package dev.usher.jdbc;

import dev.usher.StoredUser;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.Dialect;
import dev.usher.schema.Text;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/**
 * Users page by page. A page is one statement, which goes along the index of the order that is asked for, or looks up
 * the addresses of a prefix.
 *
 * <p>Errors that are no outage are {@link dev.usher.schema.DatabaseException}s.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JdbcUserListing<U extends StoredUser<ID>, ID> implements UserListing<U> {

    private static final String ID_KEY = "id:";
    private static final String EMAIL_KEY = "email:";
    private static final int MAX_KEY = 1000;
    private static final ColumnType<String> TEXT = ColumnType.text();
    private static final ColumnType<Boolean> FLAG = ColumnType.bool();

    private final JdbcTransactions transactions;
    private final UserTable<U, ID> table;
    private final UserRows<U, ID> rows;
    private final String select;
    private final String count;

    /** Connects to nothing yet. */
    public JdbcUserListing(JdbcTransactions transactions, UserTable<U, ID> table) {
        this.transactions = transactions;
        this.table = table;
        this.rows = new UserRows<>(table);
        this.select = UserStatements.selectAll(table, rows);
        this.count = "SELECT count(*) FROM " + table.name().quoted();
    }

    @Override
    public UserPage<U> list(UserFilter filter, UserPage.Request request) {
        Conditions conditions = new Conditions();
        addKey(conditions, request);
        if (!isPossible(filter)) {
            return new UserPage<>(List.of(), null);
        }
        addFilter(conditions, filter);
        String order = request.order() == UserPage.Order.ID ? column(BaseColumn.ID) : email();
        String sql = select + conditions.where() + " ORDER BY " + order + " LIMIT ?";
        int oneMore = request.limit() + 1;
        List<U> found = transactions.run(sql, statement -> {
            conditions.bind(statement).add(ColumnType.integer(), oneMore);
            return rows.all(statement);
        });
        return page(found, request);
    }

    @Override
    public long count(UserFilter filter) {
        if (!isPossible(filter)) {
            return 0;
        }
        Conditions conditions = new Conditions();
        addFilter(conditions, filter);
        return transactions.run(count + conditions.where(), statement -> {
            conditions.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    private UserPage<U> page(List<U> found, UserPage.Request request) {
        if (found.size() <= request.limit()) {
            return new UserPage<>(found, null);
        }
        List<U> users = found.subList(0, request.limit());
        return new UserPage<>(users, key(users.get(users.size() - 1), request.order()));
    }

    /** Says of which order it is, so that none is taken for one of the other. */
    private String key(U user, UserPage.Order order) {
        return switch (order) {
            case ID -> ID_KEY + user.id();
            case EMAIL -> EMAIL_KEY + user.email().value();
        };
    }

    private void addKey(Conditions conditions, UserPage.Request request) {
        String after = request.after();
        if (after != null) {
            switch (request.order()) {
                case ID ->
                    conditions.add(
                            column(BaseColumn.ID) + " > ?", table.idType().columnType(), idOf(after));
                case EMAIL -> conditions.add(email() + " > ?", TEXT, emailOf(after));
            }
        }
    }

    private ID idOf(String key) {
        return Optional.of(key)
                .filter(text -> text.startsWith(ID_KEY))
                .flatMap(text -> table.idType().parse(text.substring(ID_KEY.length())))
                .orElseThrow(JdbcUserListing::noKey);
    }

    private static String emailOf(String key) {
        if (!key.startsWith(EMAIL_KEY) || key.length() > MAX_KEY || !Text.isStorable(key)) {
            throw noKey();
        }
        return key.substring(EMAIL_KEY.length());
    }

    private void addFilter(Conditions conditions, UserFilter filter) {
        conditions.add(column(BaseColumn.IS_ACTIVE) + " = ?", FLAG, filter.active());
        conditions.add(column(BaseColumn.IS_SUPERUSER) + " = ?", FLAG, filter.superuser());
        conditions.add(column(BaseColumn.IS_VERIFIED) + " = ?", FLAG, filter.verified());
        String prefix = filter.emailPrefix();
        if (prefix != null && !prefix.isEmpty()) {
            conditions.add(email() + " >= ?", TEXT, prefix);
            conditions.add(email() + " < ?", TEXT, Prefix.end(prefix));
        }
    }

    private static boolean isPossible(UserFilter filter) {
        return filter.emailPrefix() == null || Text.isStorable(filter.emailPrefix());
    }

    private String column(BaseColumn column) {
        return table.name().quoted(table.name(column));
    }

    /** In byte order, also where the column of an adopted table is not. */
    private String email() {
        String byteOrder = transactions.dialect() == Dialect.POSTGRESQL ? " COLLATE \"C\"" : " COLLATE BINARY";
        return column(BaseColumn.EMAIL) + byteOrder;
    }

    private static IllegalArgumentException noKey() {
        return new IllegalArgumentException("this is no key to go on after in this order");
    }
}

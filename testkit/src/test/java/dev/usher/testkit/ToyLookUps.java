package dev.usher.testkit;

import dev.usher.UserDatabase;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.BulkInsert;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Adapters that send the statement of each look-up and find nothing; a fault sends another. */
class ToyLookUps implements LookUpContract<Knight> {

    private static final Map<String, String> SQL = Map.of(
            "UserDatabase.findById", "SELECT * FROM users WHERE id = ?",
            "UserDatabase.findByEmail", "SELECT * FROM users WHERE email = ?",
            "UserDatabase.lockActiveSuperusers", "SELECT * FROM users WHERE id = ?",
            "RevokedTokenDatabase.findUser",
                    "SELECT * FROM users WHERE id = ? AND NOT EXISTS (SELECT * FROM revoked_token WHERE token_id = ?)",
            "RevokedTokenDatabase.purgeExpired", "DELETE FROM revoked_token WHERE expires_at <= ?",
            "AccessTokenDatabase.findUser",
                    "SELECT users.* FROM access_token JOIN users ON users.id = user_id WHERE digest = ?",
            "AccessTokenDatabase.purgeExpired", "DELETE FROM access_token WHERE expires_at <= ?",
            "OAuthAccountDatabase.findUser",
                    "SELECT users.* FROM oauth_account JOIN users ON users.id = user_id"
                            + " WHERE oauth_name = ? AND account_id = ?",
            "OAuthAccountDatabase.findAccounts", "SELECT * FROM oauth_account WHERE user_id = ?",
            "UserListing.list", "SELECT * FROM users WHERE email > ? ORDER BY email LIMIT ?");

    private final Map<String, String> sql = new HashMap<>(SQL);
    private final DataSource real = ToyTables.create();
    private final FaultyDataSource watched = new FaultyDataSource(real);
    private final InMemoryTransactions transactions = new InMemoryTransactions();

    /** @param method as in {@code UserDatabase.findById} */
    void send(String method, String statement) {
        sql.put(method, statement);
    }

    @Override
    public int numberOfUsers() {
        return 1000;
    }

    @Override
    public FaultyDataSource dataSource() {
        return watched;
    }

    @Override
    public DataSource observer() {
        return real;
    }

    @Override
    @SuppressWarnings("unchecked") // a proxy has no type parameters
    public SqlAdapters<Knight, UUID> adapters() {
        return new SqlAdapters<>(
                transactions,
                toy(UserDatabase.class),
                toy(RevokedTokenDatabase.class),
                toy(OAuthAccountDatabase.class),
                toy(AccessTokenDatabase.class),
                toy(UserListing.class),
                toy(BulkInsert.class));
    }

    private <T> T toy(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> sent(port, method)));
    }

    private Object sent(Class<?> port, Method method) throws SQLException {
        String statement = sql.getOrDefault(port.getSimpleName() + "." + method.getName(), "");
        if (!statement.isEmpty()) {
            try (Connection connection = watched.dataSource().getConnection()) {
                connection.prepareStatement(statement).close();
            }
        }
        return nothing(method.getReturnType());
    }

    private static Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == UserPage.class) {
            return new UserPage<>(List.of(), null);
        }
        if (type == Set.class) {
            return Set.of();
        }
        return type == int.class ? (Object) 0 : List.of();
    }
}

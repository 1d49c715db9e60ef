package dev.usher.jdbc;

import dev.usher.StoredUser;
import dev.usher.schema.ColumnType;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.IdType;
import dev.usher.schema.SqlFailures;
import dev.usher.schema.Text;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts at providers in a table beside the users'. Each method is one statement, and none spoils the transaction it
 * runs in.
 *
 * <p>Errors that are no outage are {@link DatabaseException}s.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JdbcOAuthAccountDatabase<U extends StoredUser<ID>, ID> implements OAuthAccountDatabase<U, ID> {

    private static final int MAX_PROVIDER = 100;
    private static final int MAX_ACCOUNT = 320;
    private static final ColumnType<String> TEXT = ColumnType.text();
    private static final ColumnType<String> REFRESH_TOKEN = ColumnType.text().nullable();
    private static final ColumnType<Instant> EXPIRES_AT =
            ColumnType.bigint().nullable().as(Instant::ofEpochSecond, Instant::getEpochSecond);

    private final JdbcTransactions transactions;
    private final IdType<ID> idType;
    private final UserRows<U, ID> rows;
    private final OAuthAccountStatements sql;

    /** Connects to nothing yet. */
    public JdbcOAuthAccountDatabase(JdbcTransactions transactions, UserTable<U, ID> table) {
        this.transactions = transactions;
        this.idType = table.idType();
        this.rows = new UserRows<>(table);
        this.sql = OAuthAccountStatements.of(table, rows);
    }

    @Override
    public Optional<U> findUser(String provider, String accountId) {
        if (!isKey(provider, accountId)) {
            return Optional.empty();
        }
        return transactions.run(sql.findUser(), statement -> {
            new Parameters(statement).add(TEXT, provider).add(TEXT, accountId);
            return rows.first(statement);
        });
    }

    @Override
    public List<OAuthAccount> findAccounts(ID userId) {
        if (!idType.isPossible(userId)) {
            return List.of();
        }
        return transactions.run(sql.findAccounts(), statement -> {
            new Parameters(statement).add(idType.columnType(), userId);
            return accounts(statement);
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if provider, account id or address are not of the shape that
     *     {@link OAuthAccount} tells
     */
    @Override
    public boolean link(ID userId, OAuthAccount account) {
        requireStorable(account);
        if (!idType.isPossible(userId)) {
            return false;
        }
        try {
            return transactions.runInSavepoint(sql.link(), statement -> {
                Parameters parameters = new Parameters(statement);
                if (!idType.isGeneratedByDatabase()) {
                    parameters.add(idType.columnType(), newId());
                }
                parameters
                        .add(idType.columnType(), userId)
                        .add(TEXT, account.provider())
                        .add(TEXT, account.accountId());
                addDetails(parameters, account);
                return statement.executeUpdate() == 1;
            });
        } catch (DatabaseException e) {
            if (SqlFailures.isForeignKeyViolation(e)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException as {@link #link}
     */
    @Override
    public boolean update(ID userId, OAuthAccount account) {
        requireStorable(account);
        return idType.isPossible(userId)
                && transactions.run(sql.update(), statement -> {
                    Parameters parameters = new Parameters(statement);
                    addDetails(parameters, account);
                    parameters
                            .add(idType.columnType(), userId)
                            .add(TEXT, account.provider())
                            .add(TEXT, account.accountId());
                    return statement.executeUpdate() == 1;
                });
    }

    @Override
    public boolean unlink(ID userId, String provider, String accountId) {
        return idType.isPossible(userId)
                && isKey(provider, accountId)
                && transactions.run(sql.unlink(), statement -> {
                    new Parameters(statement)
                            .add(idType.columnType(), userId)
                            .add(TEXT, provider)
                            .add(TEXT, accountId);
                    return statement.executeUpdate() == 1;
                });
    }

    /** Rows have ids of the users' kind; where that is text, a UUID's. */
    private ID newId() {
        return idType.parse(UUID.randomUUID().toString()).orElseThrow();
    }

    private static void addDetails(Parameters parameters, OAuthAccount account) throws SQLException {
        parameters
                .add(TEXT, account.accountEmail())
                .add(TEXT, account.accessToken())
                .add(REFRESH_TOKEN, account.refreshToken())
                .add(EXPIRES_AT, account.expiresAt());
    }

    private static List<OAuthAccount> accounts(PreparedStatement query) throws SQLException {
        List<OAuthAccount> accounts = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                accounts.add(new OAuthAccount(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        REFRESH_TOKEN.read(row, 5),
                        EXPIRES_AT.read(row, 6)));
            }
        }
        return accounts;
    }

    private static void requireStorable(OAuthAccount account) {
        if (!isKey(account.provider(), account.accountId()) || !isText(account.accountEmail(), 0, MAX_ACCOUNT)) {
            throw new IllegalArgumentException(
                    "a provider has 1 to " + MAX_PROVIDER + " characters, an account id 1 to " + MAX_ACCOUNT
                            + " and its address at most as many, without U+0000");
        }
    }

    private static boolean isKey(String provider, String accountId) {
        return isText(provider, 1, MAX_PROVIDER) && isText(accountId, 1, MAX_ACCOUNT);
    }

    private static boolean isText(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most && Text.isStorable(text);
    }
}

package dev.usher.jdbc;

import dev.usher.StoredUser;
import dev.usher.schema.BaseColumn;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import dev.usher.spi.AccessToken;
import dev.usher.spi.AccessTokenDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Opaque tokens that are alive, in a table beside the users'. Each method is one statement.
 *
 * <p>Errors that are no outage are {@link dev.usher.schema.DatabaseException}s.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JdbcAccessTokenDatabase<U extends StoredUser<ID>, ID> implements AccessTokenDatabase<U, ID> {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final ColumnType<String> TEXT = ColumnType.text();
    private static final ColumnType<Instant> INSTANT = ColumnType.instant();

    private final JdbcTransactions transactions;
    private final IdType<ID> idType;
    private final UserRows<U, ID> rows;
    private final ExpiringRows tokens;
    private final Statements sql;

    /** Connects to nothing yet. */
    public JdbcAccessTokenDatabase(JdbcTransactions transactions, UserTable<U, ID> table) {
        this.transactions = transactions;
        this.idType = table.idType();
        this.rows = new UserRows<>(table);
        this.tokens = new ExpiringRows(transactions, table.accessTokens().name(), "digest");
        this.sql = Statements.of(table, rows);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the digest is none: a token itself is never stored
     */
    @Override
    public void insert(AccessToken<ID> token) {
        if (!isDigest(token.digest())) {
            throw new IllegalArgumentException("a digest has 64 hexadecimal digits in lower case");
        }
        transactions.run(sql.insert(), statement -> {
            new Parameters(statement)
                    .add(TEXT, token.digest())
                    .add(idType.columnType(), token.userId())
                    .add(ColumnType.integer(), token.tokenVersion())
                    .add(INSTANT, token.createdAt())
                    .add(INSTANT, token.expiresAt());
            return statement.executeUpdate();
        });
    }

    @Override
    public Optional<U> findUser(String digest, Instant now) {
        if (!isDigest(digest)) {
            return Optional.empty();
        }
        return transactions.run(sql.findUser(), statement -> {
            new Parameters(statement).add(TEXT, digest).add(INSTANT, now);
            return rows.first(statement);
        });
    }

    @Override
    public boolean delete(String digest) {
        return isDigest(digest)
                && transactions.run(sql.delete(), statement -> {
                    new Parameters(statement).add(TEXT, digest);
                    return statement.executeUpdate() == 1;
                });
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        return tokens.purge(now, limit);
    }

    private static boolean isDigest(String digest) {
        return DIGEST.matcher(digest).matches();
    }

    private record Statements(String insert, String findUser, String delete) {

        static Statements of(UserTable<?, ?> table, UserRows<?, ?> rows) {
            String tokens = table.accessTokens().name().quoted();
            return new Statements(
                    """
                    INSERT INTO %s ("digest", "user_id", "token_version", "created_at", "expires_at")
                    VALUES (?, ?, ?, ?, ?)""".formatted(tokens),
                    """
                    %s JOIN %2$s ON %3$s = %2$s."user_id" AND %4$s = %2$s."token_version"
                    WHERE %2$s."digest" = ? AND %2$s."expires_at" > ?""".formatted(
                                    UserStatements.selectAll(table, rows),
                                    tokens,
                                    table.name().quoted(rows.id().name()),
                                    table.name().quoted(table.name(BaseColumn.TOKEN_VERSION))),
                    "DELETE FROM %1$s WHERE %1$s.\"digest\" = ?".formatted(tokens));
        }
    }
}

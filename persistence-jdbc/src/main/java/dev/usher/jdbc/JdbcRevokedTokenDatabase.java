package dev.usher.jdbc;

import dev.usher.StoredUser;
import dev.usher.schema.ColumnType;
import dev.usher.schema.Text;
import dev.usher.spi.RevokedTokenDatabase;
import java.time.Instant;
import java.util.Optional;

/**
 * Revoked token ids in a table beside the users'. Each method is one statement.
 *
 * <p>Errors that are no outage are {@link dev.usher.schema.DatabaseException}s.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JdbcRevokedTokenDatabase<U extends StoredUser<ID>, ID> implements RevokedTokenDatabase<U, ID> {

    private static final int MAX_LENGTH = 255;
    private static final ColumnType<Instant> EXPIRES_AT = ColumnType.instant();

    private final JdbcTransactions transactions;
    private final UserTable<U, ID> table;
    private final UserRows<U, ID> rows;
    private final String findUser;
    private final String revoke;
    private final ExpiringRows revoked;

    /** Connects to nothing yet. */
    public JdbcRevokedTokenDatabase(JdbcTransactions transactions, UserTable<U, ID> table) {
        this.transactions = transactions;
        this.table = table;
        this.rows = new UserRows<>(table);
        this.revoked = new ExpiringRows(transactions, table.revokedTokens().name(), "token_id");
        String revoked = table.revokedTokens().name().quoted();
        this.findUser = """
                %s WHERE %s = ? AND NOT EXISTS (SELECT 1 FROM %3$s WHERE %3$s."token_id" = ?)""".formatted(
                        UserStatements.selectAll(table, rows),
                        table.name().quoted(rows.id().name()),
                        revoked);
        this.revoke = """
                INSERT INTO %s ("token_id", "expires_at") VALUES (?, ?) ON CONFLICT DO NOTHING""".formatted(revoked);
    }

    @Override
    public Optional<U> findUser(ID id, String tokenId) {
        if (!table.idType().isPossible(id) || !isTokenId(tokenId)) {
            return Optional.empty();
        }
        return transactions.run(findUser, statement -> {
            rows.id().type().write(statement, 1, id);
            statement.setString(2, tokenId);
            return rows.first(statement);
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the token id is not of that shape
     */
    @Override
    public boolean revoke(String tokenId, Instant expiresAt) {
        if (!isTokenId(tokenId)) {
            throw new IllegalArgumentException("a token id has 1 to " + MAX_LENGTH + " characters and no U+0000");
        }
        // rounded up to the precision of the column, so that the row does not go before the token
        Instant kept = expiresAt.plusNanos(999_999);
        return transactions.run(revoke, statement -> {
            statement.setString(1, tokenId);
            EXPIRES_AT.write(statement, 2, kept);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public int purgeExpired(Instant now, int limit) {
        return revoked.purge(now, limit);
    }

    private static boolean isTokenId(String tokenId) {
        return !tokenId.isEmpty() && tokenId.length() <= MAX_LENGTH && Text.isStorable(tokenId);
    }
}

package dev.usher.jdbc;

import dev.usher.Email;
import dev.usher.StoredUser;
import dev.usher.UpdateOutcome;
import dev.usher.UserDatabase;
import dev.usher.schema.DatabaseException;
import dev.usher.schema.SqlFailures;
import dev.usher.schema.Text;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Users in a table of SQLite or PostgreSQL. Each method is one statement, and none spoils the transaction it runs in.
 *
 * <p>UUID ids are made here and Long ids by the database; String ids are set by the application before the insert, which
 * is an {@link IllegalStateException} otherwise. An id that the application sets is kept, of whatever type; Long ids set
 * by hand on PostgreSQL should lie where the table's sequence does not get to. Errors that are no outage are
 * {@link DatabaseException}s.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JdbcUserDatabase<U extends StoredUser<ID>, ID> implements UserDatabase<U, ID> {

    private final JdbcTransactions transactions;
    private final UserTable<U, ID> table;
    private final UserRows<U, ID> rows;
    private final UserStatements sql;

    /** Connects to nothing yet. */
    public JdbcUserDatabase(JdbcTransactions transactions, UserTable<U, ID> table) {
        this.transactions = transactions;
        this.table = table;
        this.rows = new UserRows<>(table);
        this.sql = UserStatements.of(table, rows);
    }

    @Override
    public U newUser() {
        return table.newUser();
    }

    @Override
    public Optional<ID> parseId(String text) {
        return table.idType().parse(text);
    }

    @Override
    public Optional<U> findById(ID id) {
        if (!table.idType().isPossible(id)) {
            return Optional.empty();
        }
        return transactions.run(sql.findById(), statement -> {
            rows.id().type().write(statement, 1, id);
            return rows.first(statement);
        });
    }

    @Override
    public Optional<U> findByEmail(Email email) {
        if (!Text.isStorable(email.value())) {
            return Optional.empty();
        }
        return transactions.run(sql.findByEmail(), statement -> {
            statement.setString(1, email.value());
            return rows.first(statement);
        });
    }

    @Override
    public boolean insert(U user) {
        if (!user.hasId() && table.idType().isGeneratedByDatabase()) {
            return insertReturningId(user);
        }
        return insert(user, user.hasId() ? user.id() : table.idType().newId());
    }

    @Override
    public UpdateOutcome update(U user) {
        try {
            int updated = transactions.runInSavepoint(sql.update(), statement -> {
                int next = rows.write(statement, user);
                rows.id().write(statement, next, user);
                rows.rowVersion().write(statement, next + 1, user);
                return statement.executeUpdate();
            });
            if (updated == 0) {
                return UpdateOutcome.STALE;
            }
            user.rowVersion(user.rowVersion() + 1);
            return UpdateOutcome.UPDATED;
        } catch (DatabaseException e) {
            if (SqlFailures.isUniqueViolation(e)) {
                return UpdateOutcome.EMAIL_TAKEN;
            }
            throw e;
        }
    }

    @Override
    public boolean delete(ID id) {
        return table.idType().isPossible(id)
                && transactions.run(sql.delete(), statement -> {
                    rows.id().type().write(statement, 1, id);
                    return statement.executeUpdate() > 0;
                });
    }

    /** {@inheritDoc} SQLite has one writer, so that there the transaction itself is the lock. */
    @Override
    public Set<ID> lockActiveSuperusers(ID target) {
        String lock = Objects.requireNonNull(sql.lockSuperusersAnd().get(transactions.dialect()));
        return transactions.run(lock, statement -> {
            rows.id().type().write(statement, 1, table.idType().isPossible(target) ? target : null);
            Set<ID> ids = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2)) {
                        ids.add(Objects.requireNonNull(rows.id().type().read(row, 1)));
                    }
                }
            }
            return ids;
        });
    }

    private boolean insert(U user, ID id) {
        if (!table.idType().isPossible(id)) {
            throw new IllegalArgumentException(
                    "a String id has 1 to 255 characters, not all blank, and no control characters");
        }
        boolean inserted = transactions.run(sql.insert(), statement -> {
            int next = rows.write(statement, user);
            rows.rowVersion().write(statement, next, user);
            rows.id().type().write(statement, next + 1, id);
            return statement.executeUpdate() == 1;
        });
        if (inserted) {
            user.id(id);
        }
        return inserted;
    }

    private boolean insertReturningId(U user) {
        Optional<ID> id = transactions.run(sql.insertReturningId(), statement -> {
            rows.rowVersion().write(statement, rows.write(statement, user), user);
            return onlyId(statement);
        });
        id.ifPresent(user::id);
        return id.isPresent();
    }

    /** Reads to the end of the rows: there SQLite commits, and there it says if it cannot. */
    private Optional<ID> onlyId(PreparedStatement statement) throws SQLException {
        ID id = null;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                id = rows.id().type().read(row, 1);
            }
        }
        return Optional.ofNullable(id);
    }
}

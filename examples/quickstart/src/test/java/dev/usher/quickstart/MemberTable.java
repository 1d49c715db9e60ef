package dev.usher.quickstart;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** Looks into the database of a quickstart, and changes what no endpoint changes, beside the running process. */
record MemberTable(String jdbcUrl) {

    /** The SQLite database that the quickstart makes in its folder. */
    static MemberTable in(Path folder) {
        return new MemberTable("jdbc:sqlite:" + folder.resolve("usher.db"));
    }

    int count() {
        return Integer.parseInt(query("SELECT count(*) FROM users").get(0));
    }

    /** Everything about everybody, so that any change shows. */
    List<String> rows() {
        return query("""
                SELECT '' || id || email || hashed_password || is_active || is_superuser || is_verified || token_version
                    || row_version || created_at || updated_at || coalesce(first_name, '') FROM users ORDER BY id""");
    }

    /** How many characters a hash can have; SQLite does not care about the length a column is declared with. */
    int longestHash() {
        return isSqlite() ? 1_000_000 : 1024;
    }

    private boolean isSqlite() {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }

    String hashOf(String email) {
        return query("SELECT hashed_password FROM users WHERE email = ?", email).get(0);
    }

    void setActive(Person person, boolean active) {
        update("UPDATE users SET is_active = ? WHERE email = ?", active, person.email());
    }

    void setVerified(Person person, boolean verified) {
        update("UPDATE users SET is_verified = ? WHERE email = ?", verified, person.email());
    }

    void setSuperuser(Person person, boolean superuser) {
        update("UPDATE users SET is_superuser = ? WHERE email = ?", superuser, person.email());
    }

    /** Nobody else is one any more. */
    void setOnlySuperuser(Person person) {
        run("UPDATE users SET is_superuser = (email = '" + person.email() + "')");
    }

    void setHash(Person person, String hash) {
        update("UPDATE users SET hashed_password = ? WHERE email = ?", hash, person.email());
    }

    void setEmail(Person person, String email) {
        update("UPDATE users SET email = ? WHERE email = ?", email, person.email());
    }

    void delete(Person person) {
        update("DELETE FROM users WHERE email = ?", person.email());
    }

    /** Adds a user as another program may have made her, with a hash of its own. */
    Person insert(String name, String hash) {
        Person person = Person.named(name).withId(UUID.randomUUID().toString());
        Timestamp now = Timestamp.from(Instant.now());
        update("""
                INSERT INTO users (id, email, hashed_password, is_active, is_superuser, is_verified, token_version,
                    row_version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", person.id(), person.email(), hash, true, false, false, 0, 0, now, now);
        return person;
    }

    /** Links an account at a provider, as an OAuth login does. */
    void link(Person person, String provider) {
        update("""
                INSERT INTO oauth_account (id, user_id, oauth_name, account_id, account_email, access_token)
                    VALUES (?, ?, ?, ?, ?, ?)""", UUID.randomUUID().toString(), person.id(), provider, person.id(), person.email(), "x");
    }

    /** How many rows of a table are hers. */
    int rowsOf(Person person, String table) {
        return query("SELECT user_id FROM " + table + " WHERE user_id = ?", person.id())
                .size();
    }

    /** The first column of every row, as text. */
    List<String> query(String sql, Object... parameters) {
        return run(sql, parameters, statement -> {
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
            }
            return values;
        });
    }

    /** Changes the database itself, or many rows. */
    void run(String sql) {
        run(sql, new Object[0], PreparedStatement::execute);
    }

    private void update(String sql, Object... parameters) {
        int rows = run(sql, parameters, PreparedStatement::executeUpdate);
        if (rows != 1) {
            throw new AssertionError(rows + " rows changed by " + sql);
        }
    }

    private <T> T run(String sql, Object[] parameters, Work<T> work) {
        Properties settings = new Properties();
        if (isSqlite()) {
            settings.setProperty("busy_timeout", "30000");
        } else {
            settings.setProperty("stringtype", "unspecified"); // ids are given as text
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl, settings);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}

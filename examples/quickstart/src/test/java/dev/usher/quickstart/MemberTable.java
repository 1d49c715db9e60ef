package dev.usher.quickstart;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** Looks into the database of a quickstart, and changes what no endpoint changes yet, beside the running process. */
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
                SELECT id || email || hashed_password || is_active || is_superuser || is_verified || token_version
                    || row_version || created_at || updated_at || coalesce(first_name, '') FROM users ORDER BY id""");
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
        long now = System.currentTimeMillis();
        update("""
                INSERT INTO users (id, email, hashed_password, is_active, is_superuser, is_verified, token_version,
                    row_version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", person.id(), person.email(), hash, true, false, false, 0, 0, now, now);
        return person;
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

    /** Changes the database itself. */
    void run(String ddl) {
        run(ddl, new Object[0], PreparedStatement::execute);
    }

    private void update(String sql, Object... parameters) {
        int rows = run(sql, parameters, PreparedStatement::executeUpdate);
        if (rows != 1) {
            throw new AssertionError(rows + " rows changed by " + sql);
        }
    }

    private <T> T run(String sql, Object[] parameters, Work<T> work) {
        Properties settings = new Properties();
        if (jdbcUrl.startsWith("jdbc:sqlite:")) {
            settings.setProperty("busy_timeout", "30000");
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

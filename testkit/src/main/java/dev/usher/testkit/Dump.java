package dev.usher.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Every row that others see, in words that are the same each time: users go by address, random values by none. */
final class Dump {

    private static final Set<String> KNOWN_VERSIONS = Set.of("7", "8");

    private static final String ENCRYPTED = "ey";

    private final Map<String, String> addresses = new HashMap<>();
    private final List<String> rows = new ArrayList<>();

    private Dump() {}

    static List<String> of(DataSource dataSource) {
        Dump dump = new Dump();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("users", "oauth_account", "access_token", "revoked_token")) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        dump.add(table, row);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Collections.sort(dump.rows);
        return dump.rows;
    }

    private void add(String table, ResultSet row) throws SQLException {
        if (table.equals("users")) {
            addresses.put(row.getString("id"), row.getString("email"));
        }
        StringBuilder words = new StringBuilder(table);
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i);
            words.append(' ').append(name).append('=').append(word(name, String.valueOf(row.getString(i))));
        }
        rows.add(words.toString());
    }

    private String word(String column, String value) {
        return switch (column) {
            case "id" -> "made";
            case "user_id" -> addresses.getOrDefault(value, "nobody");
            case "access_token", "refresh_token" -> value.startsWith(ENCRYPTED) ? "encrypted" : value;
            case "token_version" -> KNOWN_VERSIONS.contains(value) ? value : "random";
            default -> value;
        };
    }
}

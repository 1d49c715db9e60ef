package dev.usher.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the addresses of a batch of users into canonical form, unless they change meanwhile. */
final class CanonicalEmails<K> implements BatchMigration.Work<K> {

    private final IdType<K> idType;
    private final String select;
    private final String update;

    CanonicalEmails(UserSchema schema, IdType<K> idType) {
        this.idType = idType;
        Identifier users = schema.users().name();
        Identifier email = schema.name(BaseColumn.EMAIL);
        String id = users.quoted(schema.name(BaseColumn.ID));
        this.select = "SELECT DISTINCT %1$s FROM %2$s WHERE %3$s BETWEEN ? AND ?"
                .formatted(users.quoted(email), users.quoted(), id);
        this.update =
                "UPDATE %s SET %s = ? WHERE %s = ?".formatted(users.quoted(), email.quoted(), users.quoted(email));
    }

    @Override
    public void change(Connection connection, List<K> keys) throws SQLException {
        Map<String, String> changes = changes(connection, keys);
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (Map.Entry<String, String> change : changes.entrySet()) {
                statement.setString(1, change.getValue());
                statement.setString(2, change.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Stored address to canonical one. */
    private Map<String, String> changes(Connection connection, List<K> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            idType.columnType().write(statement, 1, keys.get(0));
            idType.columnType().write(statement, 2, keys.get(keys.size() - 1));
            Map<String, String> changes = new TreeMap<>();
            for (String stored : Rows.read(statement, row -> String.valueOf(row.getString(1)))) {
                String canonical = AdoptedUsers.canonical(stored);
                if (!canonical.equals(stored)) {
                    changes.put(stored, canonical);
                }
            }
            return changes;
        }
    }
}

package dev.usher.schema;

import dev.usher.Email;
import dev.usher.schema.AdoptionPlan.Collision;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Looks through the users of a database that is to be adopted. Keeps four bytes of a user who is as she should be. */
final class AdoptedUsers {

    private final UserSchema schema;
    private final String query;
    private final List<String> strangeIds = new ArrayList<>();
    private final List<String> refusedEmails = new ArrayList<>();
    private long emailsToChange;

    AdoptedUsers(UserSchema schema) {
        this.schema = schema;
        Identifier users = schema.users().name();
        this.query = "SELECT %s, %s FROM %s"
                .formatted(
                        users.quoted(schema.name(BaseColumn.ID)),
                        users.quoted(schema.name(BaseColumn.EMAIL)),
                        users.quoted());
    }

    /** What Usher will have stored for an address. */
    static String canonical(String stored) {
        return Email.parse(stored).map(Email::value).orElse(stored);
    }

    /** To be asked once, before the rest. */
    List<Collision> collisions(Connection connection) throws SQLException {
        IntStream.Builder hashes = IntStream.builder();
        Rows.forEach(connection, query, row -> hashes.add(look(row).hashCode()));
        Set<Integer> suspects = repeated(hashes.build().sorted().toArray());
        return suspects.isEmpty() ? List.of() : groups(connection, suspects);
    }

    List<String> strangeIds() {
        return strangeIds;
    }

    List<String> refusedEmails() {
        return refusedEmails;
    }

    long emailsToChange() {
        return emailsToChange;
    }

    private String look(ResultSet row) throws SQLException {
        String id = String.valueOf(row.getString(1));
        String stored = String.valueOf(row.getString(2));
        if (!isCanonicalId(id)) {
            strangeIds.add(id);
        }
        if (Email.parse(stored).isEmpty()) {
            refusedEmails.add(id);
        }
        String canonical = canonical(stored);
        if (!canonical.equals(stored)) {
            emailsToChange++;
        }
        return canonical;
    }

    private boolean isCanonicalId(String id) {
        boolean found = schema.idType().parse(id).isPresent();
        return found && (!schema.idType().equals(IdType.UUID) || id.equals(id.toLowerCase(Locale.ROOT)));
    }

    private static Set<Integer> repeated(int[] sorted) {
        Set<Integer> repeated = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.add(sorted[i]);
            }
        }
        return repeated;
    }

    private List<Collision> groups(Connection connection, Set<Integer> suspects) throws SQLException {
        Map<String, List<String>> groups = new TreeMap<>();
        Rows.forEach(connection, query, row -> {
            String email = canonical(String.valueOf(row.getString(2)));
            if (suspects.contains(email.hashCode())) {
                groups.computeIfAbsent(email, key -> new ArrayList<>()).add(row.getString(1));
            }
        });
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> new Collision(
                        group.getKey(), group.getValue().stream().sorted().toList()))
                .toList();
    }
}

package dev.usher.jpa;

import dev.usher.schema.Text;
import dev.usher.spi.UserFilter;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users {@code u} of a query must fulfil, with its parameters. */
final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    static Conditions of(UserFilter filter) {
        Conditions conditions = new Conditions();
        conditions.addAll(filter);
        return conditions;
    }

    void addAll(UserFilter filter) {
        add("u.active = :active", "active", filter.active());
        add("u.superuser = :superuser", "superuser", filter.superuser());
        add("u.verified = :verified", "verified", filter.verified());
        addPrefix(filter.emailPrefix());
    }

    /** Adds a condition unless its parameter is null. */
    void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            all.add(condition);
            parameters.put(name, value);
        }
    }

    /** Not by LIKE, which takes no notice of case on SQLite; a range is found through the index. */
    private void addPrefix(@Nullable String prefix) {
        if (prefix == null || prefix.isEmpty()) {
            return;
        }
        if (!Text.isStorable(prefix)) {
            all.add("1 = 0");
            return;
        }
        add("u.email >= :prefix", "prefix", prefix);
        add("u.email < :beyond", "beyond", beyond(prefix));
    }

    /** The least text, in the order of code points, that is greater than every text with this prefix; null if none is. */
    private static @Nullable String beyond(String prefix) {
        int[] codePoints = prefix.codePoints().toArray();
        for (int last = codePoints.length - 1; last >= 0; last--) {
            if (codePoints[last] < Character.MAX_CODE_POINT) {
                codePoints[last] = next(codePoints[last]);
                return new String(codePoints, 0, last + 1);
            }
        }
        return null;
    }

    private static int next(int codePoint) {
        return codePoint + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : codePoint + 1;
    }

    String where() {
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    void bind(Query query) {
        parameters.forEach(query::setParameter);
    }
}

package dev.usher.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/**
 * Rows with an end.
 *
 * @param entity their class's name in queries
 * @param key the attribute that is their primary key, a text
 */
record ExpiringRows(String entity, String key) {

    /** Few enough for the parameters of one statement on every engine. */
    private static final int PER_STATEMENT = 1000;

    /**
     * For Hibernate no timeout, but that rows which somebody holds are skipped: whoever deletes a user takes hers in another
     * order. The specification has no word for it.
     */
    private static final int SKIP_LOCKED = -2;

    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";

    /**
     * Deletes the oldest rows that end at or before an instant and that nobody else holds.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    int purge(EntityManager manager, Instant now, int limit) {
        List<String> expired = manager.createQuery(
                        "SELECT r." + key + " FROM " + entity + " r WHERE r.expiresAt <= :now ORDER BY r.expiresAt",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .getResultList();
        int gone = 0;
        for (int from = 0; from < expired.size(); from += PER_STATEMENT) {
            int to = Math.min(from + PER_STATEMENT, expired.size());
            gone += manager.createQuery("DELETE FROM " + entity + " r WHERE r." + key + " IN :keys")
                    .setParameter("keys", expired.subList(from, to))
                    .executeUpdate();
        }
        return gone;
    }

    static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one row must be allowed to go, not " + limit);
        }
    }
}

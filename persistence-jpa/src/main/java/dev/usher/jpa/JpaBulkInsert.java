package dev.usher.jpa;

import dev.usher.spi.BulkInsert;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stores many users in transactions of its own, {@value #PER_TRANSACTION} at a time: Jakarta Persistence has no
 * savepoints, so that a refused user takes back whatever shares a transaction with her. The others of such a lot are then
 * stored one by one, and so are users whose ids the database makes, because their objects would keep the ids that were
 * taken back. What is stored when the database becomes unavailable stays so.
 *
 * <p>For the same reason it refuses to work inside a transaction of the caller's.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class JpaBulkInsert<U extends BaseUserEntity<ID>, ID> implements BulkInsert<U> {

    private static final int PER_TRANSACTION = 100;

    private final Work work;
    private final UserEntities<U, ID> users;

    /**
     * Connects to nothing yet.
     *
     * @param userType an entity class with a constructor without parameters
     * @throws IllegalArgumentException if it is none
     */
    public JpaBulkInsert(EntityManagers entityManagers, Class<U> userType) {
        this.work = new Work(entityManagers);
        this.users = new UserEntities<>(userType);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException inside a transaction, or if the application makes the ids and a user has none
     */
    @Override
    public List<Outcome> insertAll(List<U> users) {
        if (work.read(EntityManager::isJoinedToTransaction)) {
            throw new IllegalStateException("a refused user would undo the transaction of the caller");
        }
        int size = work.read(this.users::idType).isGeneratedByDatabase() ? 1 : PER_TRANSACTION;
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < users.size(); from += size) {
            outcomes.addAll(insertLot(users.subList(from, Math.min(from + size, users.size()))));
        }
        return outcomes;
    }

    private List<Outcome> insertLot(List<U> lot) {
        Outcome outcome = tryToInsert(lot);
        return outcome == Outcome.INSERTED || lot.size() == 1
                ? Collections.nCopies(lot.size(), outcome)
                : lot.stream().map(user -> tryToInsert(List.of(user))).toList();
    }

    private Outcome tryToInsert(List<U> lot) {
        try {
            return work.write(Outcome.TAKEN, manager -> {
                users.store(manager, lot);
                return Outcome.INSERTED;
            });
        } catch (IllegalArgumentException unusableId) {
            return Outcome.REFUSED;
        } catch (RuntimeException e) {
            if (Failures.isRefusedRow(e)) {
                return Outcome.REFUSED;
            }
            throw e;
        }
    }
}

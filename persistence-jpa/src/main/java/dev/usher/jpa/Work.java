package dev.usher.jpa;

import dev.usher.schema.SqlFailures;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import java.util.function.Supplier;

/** How every adapter reads and writes. */
record Work(EntityManagers managers) {

    /** Reads, in the current transaction if there is one. */
    <T> T read(Function<EntityManager, T> work) {
        try {
            return managers.withEntityManager(work);
        } catch (RuntimeException e) {
            throw Failures.translated(e);
        }
    }

    /** Writes, as a part of the current transaction, or in one of its own. A failure dooms it. */
    <T> T write(Function<EntityManager, T> work) {
        Supplier<T> part = () -> read(work);
        return managers.transactions().inTransaction(part);
    }

    /** The same for what may find that another row has a value that must be unique; this dooms the transaction too. */
    <T> T write(T ifTaken, Function<EntityManager, T> work) {
        try {
            return write(work);
        } catch (RuntimeException e) {
            if (SqlFailures.isUniqueViolation(e)) {
                return ifTaken;
            }
            throw e;
        }
    }
}

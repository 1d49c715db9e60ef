package dev.usher.jpa;

import dev.usher.spi.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import java.util.function.Supplier;

/** Entity managers that somebody else opens and closes. */
record ContainerManaged(Supplier<EntityManager> current, Transactions transactions) implements EntityManagers {

    @Override
    public <T> T withEntityManager(Function<EntityManager, T> work) {
        return work.apply(current.get());
    }
}

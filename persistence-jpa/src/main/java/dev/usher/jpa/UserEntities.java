package dev.usher.jpa;

import dev.usher.schema.IdType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The application's users as queries know them; the metamodel is asked once, when it is first needed. */
final class UserEntities<U extends BaseUserEntity<ID>, ID> {

    private static final Map<Class<?>, IdType<?>> ID_TYPES = Map.of(
            UUID.class, IdType.UUID, Long.class, IdType.LONG, long.class, IdType.LONG, String.class, IdType.STRING);

    private final EntityClass<U> entityClass;
    private volatile @Nullable Mapping<ID> mapping;

    UserEntities(Class<U> type) {
        this.entityClass = new EntityClass<>(type);
    }

    /**
     * How queries name things.
     *
     * @param entity the user class
     * @param id the primary key of user {@code u}
     * @param idType the kind of primary key
     */
    record Mapping<ID>(String entity, String id, IdType<ID> idType) {}

    U newUser() {
        return entityClass.newObject();
    }

    Mapping<ID> mapping(EntityManager manager) {
        Mapping<ID> known = mapping;
        if (known == null) {
            EntityType<U> type = manager.getMetamodel().entity(entityClass.type());
            Class<?> idClass = type.getIdType().getJavaType();
            known = new Mapping<>(type.getName(), "u." + type.getId(idClass).getName(), idType(idClass));
            mapping = known;
        }
        return known;
    }

    IdType<ID> idType(EntityManager manager) {
        return mapping(manager).idType();
    }

    /** @param jpql a query for users */
    TypedQuery<U> query(EntityManager manager, String jpql) {
        return manager.createQuery(jpql, entityClass.type());
    }

    /**
     * The users that a query gives: detached, so that nothing that is done to one is stored by chance.
     *
     * @param jpql a query for users
     * @param parameters by their names
     */
    Optional<U> find(EntityManager manager, String jpql, Map<String, ?> parameters) {
        TypedQuery<U> query = query(manager, jpql);
        parameters.forEach(query::setParameter);
        return detached(manager, query).stream().findFirst();
    }

    List<U> detached(EntityManager manager, TypedQuery<U> query) {
        List<U> users = query.getResultList();
        users.forEach(manager::detach);
        return users;
    }

    /** The user as her row is now, managed, and kept from being changed by others until the transaction ends. */
    Optional<U> lock(EntityManager manager, ID id) {
        if (!idType(manager).isPossible(id)) {
            return Optional.empty();
        }
        return query(manager, byId(manager))
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The active superusers and one user more, locked in the order of their ids. */
    List<U> lockSuperusersAnd(EntityManager manager, ID target) {
        Mapping<ID> known = mapping(manager);
        String jpql =
                "SELECT u FROM %1$s u WHERE (u.superuser = TRUE AND u.active = TRUE) OR %2$s = :target ORDER BY %2$s"
                        .formatted(known.entity(), known.id());
        return detached(
                manager,
                query(manager, jpql)
                        .setParameter("target", known.idType().isPossible(target) ? target : null)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /** Inserts users, whose rows are written when this returns. */
    void store(EntityManager manager, List<U> users) {
        users.forEach(user -> {
            requireUsableId(manager, user);
            manager.persist(user);
        });
        manager.flush();
        users.forEach(manager::detach);
    }

    String byId(EntityManager manager) {
        Mapping<ID> known = mapping(manager);
        return "SELECT u FROM " + known.entity() + " u WHERE " + known.id() + " = :id";
    }

    private void requireUsableId(EntityManager manager, U user) {
        if (idType(manager) != IdType.STRING) {
            return;
        }
        Object id = manager.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(user);
        if (id == null) {
            throw new IllegalStateException("String ids are the application's own: set the id before the insert");
        }
        if (!IdType.STRING.isPossible((String) id)) {
            throw new IllegalArgumentException("a String id has 1 to 255 characters and no control characters");
        }
    }

    @SuppressWarnings("unchecked") // the id of a BaseUserEntity<ID> is an ID
    private IdType<ID> idType(Class<?> idClass) {
        IdType<?> idType = ID_TYPES.get(idClass);
        if (idType == null) {
            throw new IllegalArgumentException(
                    "the id of " + entityClass.type().getName() + " is to be a UUID, a Long or a String");
        }
        return (IdType<ID>) idType;
    }
}

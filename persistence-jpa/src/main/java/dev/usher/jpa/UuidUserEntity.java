package dev.usher.jpa;

import dev.usher.StoredUser;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user with a random UUID in the column {@code id}, which she is given when she is stored unless she has one.
 *
 * <pre>{@code
 * @Entity
 * @Table(name = "users")
 * public class Member extends UuidUserEntity {
 *     @Column(length = 100)
 *     public String firstName;
 * }
 * }</pre>
 *
 * <p>It is a {@link StoredUser} too, so that the JDBC adapter can store the same class.
 *
 * <p>On SQLite the column is text, which Hibernate must be told: see {@link HibernateSettings}.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class UuidUserEntity extends BaseUserEntity<UUID> implements StoredUser<UUID> {

    @Id
    @Column(name = "id")
    private @Nullable UUID id;

    /** For the provider and for subclasses. */
    protected UuidUserEntity() {}

    @Override
    public UUID id() {
        if (id == null) {
            throw new IllegalStateException("this user has no id before it is inserted");
        }
        return id;
    }

    /** Sets the primary key: by the application, before the insert, where it wants to choose. */
    @Override
    public void id(UUID id) {
        this.id = id;
    }

    @Override
    public boolean hasId() {
        return id != null;
    }

    @PrePersist
    void makeId() {
        if (id == null) {
            id = UUID.randomUUID();
        }
    }
}

package dev.usher.jpa;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A linked account of a {@link UuidUserEntity}, with a random UUID in the column {@code id}. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class UuidOAuthAccountEntity extends BaseOAuthAccountEntity<UUID> {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    /** For the provider and for subclasses. */
    protected UuidOAuthAccountEntity() {}

    /** The primary key. */
    public UUID id() {
        return id;
    }
}

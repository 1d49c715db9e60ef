package dev.usher.jpa;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/**
 * A revoked token's id to extend by an entity with nothing in it, usually
 * {@code @Entity @Table(name = "revoked_token")}.
 *
 * <p>The columns are {@code token_id} (255, the primary key) and {@code expires_at}, under these names: rows are inserted
 * by SQL of Usher's own, because Jakarta Persistence has no insert that passes over a duplicate. For the same reason the
 * table's name must be that of {@code @Table}, without a naming strategy of the provider's.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class BaseRevokedTokenEntity {

    @Id
    @Column(name = "token_id", length = 255)
    private String tokenId = "";

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt = Instant.EPOCH;

    /** For the provider and for subclasses. */
    protected BaseRevokedTokenEntity() {}

    /** The token's own id ({@code jti}). */
    public String tokenId() {
        return tokenId;
    }

    /** When the row may go. */
    public Instant expiresAt() {
        return expiresAt;
    }
}

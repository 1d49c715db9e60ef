package dev.usher.jpa;

import dev.usher.spi.AccessToken;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An opaque token to extend by an entity, usually {@code @Entity @Table(name = "access_token")}.
 *
 * <p>The columns are {@code digest} (64, the primary key), {@code user_id}, {@code token_version}, {@code created_at} and
 * {@code expires_at}; a row goes with its user. {@code @AttributeOverride} gives columns other names.
 *
 * <p>Equal only to itself. {@code toString} gives the class only.
 *
 * @param <ID> the type of the users' ids
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class BaseAccessTokenEntity<ID> {

    @Id
    @Column(name = "digest", length = 64)
    private String digest = "";

    @Column(name = "user_id", nullable = false, updatable = false)
    private @Nullable ID userId;

    @Column(name = "token_version", nullable = false)
    private int tokenVersion;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt = Instant.EPOCH;

    /** For the provider and for subclasses. */
    protected BaseAccessTokenEntity() {}

    void fill(AccessToken<ID> token) {
        this.digest = token.digest();
        this.userId = token.userId();
        this.tokenVersion = token.tokenVersion();
        this.createdAt = token.createdAt().truncatedTo(ChronoUnit.MILLIS);
        this.expiresAt = token.expiresAt().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}

package dev.usher.jpa;

import dev.usher.Email;
import dev.usher.User;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A user to extend by an entity: own columns are ordinary fields of the subclass, and so is the primary key, with the
 * application's own {@code @Id}. {@link UuidUserEntity} has one already.
 *
 * <pre>{@code
 * @Entity
 * @Table(name = "users")
 * public class Player extends BaseUserEntity<Long> {
 *     @Id
 *     @GeneratedValue(strategy = GenerationType.IDENTITY)
 *     private Long id;
 *
 *     @Override
 *     public Long id() {
 *         return id;
 *     }
 * }
 * }</pre>
 *
 * <p>The columns are {@code email}, {@code hashed_password}, {@code is_active}, {@code is_superuser},
 * {@code is_verified}, {@code token_version}, {@code row_version}, {@code created_at} and {@code updated_at};
 * {@code @AttributeOverride} gives them other names. The table comes from {@link dev.usher.schema.UserSchema}, or from
 * migrations of your own, not from the provider's.
 *
 * <p>Equal only to itself. {@code toString} gives the class and the id, nothing else. Access is by field.
 *
 * @param <ID> the type of the id: {@link java.util.UUID}, {@link Long} or {@link String}
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class BaseUserEntity<ID> implements User<ID> {

    @Column(name = "email", nullable = false, unique = true, length = 320)
    private @Nullable String email;

    @Column(name = "hashed_password", nullable = false, length = 1024)
    private String hashedPassword = "";

    @Column(name = "is_active", nullable = false)
    private boolean active = true;

    @Column(name = "is_superuser", nullable = false)
    private boolean superuser;

    @Column(name = "is_verified", nullable = false)
    private boolean verified;

    @Column(name = "token_version", nullable = false)
    private int tokenVersion;

    @Version
    @Column(name = "row_version", nullable = false)
    private long rowVersion;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt = Instant.EPOCH;

    /** For the provider and for subclasses. */
    protected BaseUserEntity() {}

    @Override
    public Email email() {
        if (email == null) {
            throw new IllegalStateException("this user has no e-mail address yet");
        }
        return Email.fromStorage(email);
    }

    @Override
    public void email(Email email) {
        this.email = email.value();
    }

    @Override
    public String hashedPassword() {
        return hashedPassword;
    }

    @Override
    public void hashedPassword(String hash) {
        this.hashedPassword = hash;
    }

    @Override
    public boolean active() {
        return active;
    }

    @Override
    public void active(boolean active) {
        this.active = active;
    }

    @Override
    public boolean superuser() {
        return superuser;
    }

    @Override
    public void superuser(boolean superuser) {
        this.superuser = superuser;
    }

    @Override
    public boolean verified() {
        return verified;
    }

    @Override
    public void verified(boolean verified) {
        this.verified = verified;
    }

    @Override
    public int tokenVersion() {
        return tokenVersion;
    }

    @Override
    public void tokenVersion(int tokenVersion) {
        this.tokenVersion = tokenVersion;
    }

    @Override
    public long rowVersion() {
        return rowVersion;
    }

    /** Sets what {@link #rowVersion()} answers: called by the adapter only. */
    public void rowVersion(long rowVersion) {
        this.rowVersion = rowVersion;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    /** Finer digits than milliseconds are cut off. */
    @Override
    public void createdAt(Instant createdAt) {
        this.createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Finer digits than milliseconds are cut off. */
    @Override
    public void updatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + printableId() + "]";
    }

    private String printableId() {
        try {
            return String.valueOf(id());
        } catch (IllegalStateException noIdYet) {
            return "null";
        }
    }
}

package dev.usher;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plain user to extend where no JPA is used: own fields are ordinary fields of the subclass.
 *
 * <p>Equal only to itself. {@code toString} gives the class and the id, nothing else.
 *
 * @param <ID> the type of the id: {@link java.util.UUID}, {@link Long} or {@link String}
 */
public abstract class BaseUser<ID> implements StoredUser<ID> {

    private @Nullable ID id;
    private @Nullable Email email;
    private String hashedPassword = "";
    private boolean active = true;
    private boolean superuser;
    private boolean verified;
    private int tokenVersion;
    private long rowVersion;
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    @Override
    public ID id() {
        if (id == null) {
            throw new IllegalStateException("this user has no id before it is inserted");
        }
        return id;
    }

    @Override
    public void id(ID id) {
        this.id = id;
    }

    @Override
    public boolean hasId() {
        return id != null;
    }

    @Override
    public Email email() {
        if (email == null) {
            throw new IllegalStateException("this user has no e-mail address yet");
        }
        return email;
    }

    @Override
    public void email(Email email) {
        this.email = email;
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

    @Override
    public void rowVersion(long rowVersion) {
        this.rowVersion = rowVersion;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public void createdAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    @Override
    public Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public void updatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + id + "]";
    }
}

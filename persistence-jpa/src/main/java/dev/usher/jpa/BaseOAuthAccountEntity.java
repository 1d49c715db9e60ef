package dev.usher.jpa;

import dev.usher.spi.OAuthAccount;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A linked account to extend by an entity, usually {@code @Entity @Table(name = "oauth_account")}. The subclass has the
 * primary key, of the users' type and with its own {@code @Id}; {@link UuidOAuthAccountEntity} has one already.
 *
 * <p>The columns are {@code user_id}, {@code oauth_name} (100), {@code account_id} (320), {@code account_email} (320),
 * {@code access_token}, {@code refresh_token} and {@code expires_at}, the last in seconds since 1970, as in FastAPI
 * Users; {@code oauth_name} and {@code account_id} are unique together, and a row goes with its user.
 * {@code @AttributeOverride} gives columns other names.
 *
 * <p>Equal only to itself. {@code toString} gives the class only.
 *
 * @param <ID> the type of the users' ids
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class BaseOAuthAccountEntity<ID> {

    private static final int MAX_TOKEN = 16_384;

    @Column(name = "user_id", nullable = false, updatable = false)
    private @Nullable ID userId;

    @Column(name = "oauth_name", nullable = false, updatable = false, length = 100)
    private String provider = "";

    @Column(name = "account_id", nullable = false, updatable = false, length = 320)
    private String accountId = "";

    @Column(name = "account_email", nullable = false, length = 320)
    private String accountEmail = "";

    @Column(name = "access_token", nullable = false, length = MAX_TOKEN)
    private String accessToken = "";

    @Column(name = "refresh_token", length = MAX_TOKEN)
    private @Nullable String refreshToken;

    @Column(name = "expires_at")
    private @Nullable Long expiresAt;

    /** For the provider and for subclasses. */
    protected BaseOAuthAccountEntity() {}

    /** The account, without its owner. */
    public OAuthAccount account() {
        Instant end = expiresAt == null ? null : Instant.ofEpochSecond(expiresAt);
        return new OAuthAccount(provider, accountId, accountEmail, accessToken, refreshToken, end);
    }

    void link(ID userId, OAuthAccount account) {
        this.userId = userId;
        this.provider = account.provider();
        this.accountId = account.accountId();
        this.accountEmail = account.accountEmail();
        this.accessToken = account.accessToken();
        this.refreshToken = account.refreshToken();
        this.expiresAt = seconds(account.expiresAt());
    }

    static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}

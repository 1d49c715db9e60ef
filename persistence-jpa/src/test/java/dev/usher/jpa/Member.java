package dev.usher.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application's user with a UUID and fields of her own. */
@Entity
@Table(name = "users")
class Member extends UuidUserEntity {

    @Column(name = "first_name", length = 100)
    @Nullable String firstName;

    @Column(name = "device", length = 100, unique = true)
    @Nullable String device;

    @Column(name = "seat", nullable = false)
    int seat;

    @Enumerated(EnumType.STRING)
    @Column(name = "tournament", length = 10)
    @Nullable DayOfWeek tournament;

    @Column(name = "knighted_at")
    @Nullable Instant knightedAt;

    @Convert(converter = JsonText.class)
    @Column(name = "settings", length = 2000)
    @Nullable Map<String, String> settings;

    @Entity
    @Table(name = "oauth_account")
    static class Account extends UuidOAuthAccountEntity {}

    @Entity
    @Table(name = "access_token")
    static class Token extends BaseAccessTokenEntity<UUID> {}
}

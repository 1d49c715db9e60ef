package dev.usher.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An application's user with a number that the database makes. */
@Entity
@Table(name = "users")
class Player extends BaseUserEntity<Long> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(columnDefinition = "integer") // what SQLite generates must be called so, which Hibernate's validation notes
    private @Nullable Long id;

    @Override
    public Long id() {
        if (id == null) {
            throw new IllegalStateException("not inserted yet");
        }
        return id;
    }

    @Entity
    @Table(name = "oauth_account")
    static class Account extends BaseOAuthAccountEntity<Long> {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(columnDefinition = "integer")
        @Nullable Long id;
    }

    @Entity
    @Table(name = "access_token")
    static class Token extends BaseAccessTokenEntity<Long> {}
}

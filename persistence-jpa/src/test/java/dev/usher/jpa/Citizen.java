package dev.usher.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An application's user with an id of the application's own making; an id that is missing is an empty text. */
@Entity
@Table(name = "users")
class Citizen extends BaseUserEntity<String> {

    @Id
    @Column(name = "id")
    String name = "";

    @Override
    public String id() {
        return name;
    }

    @Entity
    @Table(name = "oauth_account")
    static class Account extends BaseOAuthAccountEntity<String> {

        @Id
        String id = UUID.randomUUID().toString();
    }

    @Entity
    @Table(name = "access_token")
    static class Token extends BaseAccessTokenEntity<String> {}
}

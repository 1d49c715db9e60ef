package dev.usher.castle;

import dev.usher.jpa.BaseAccessTokenEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A token that a member is signed in with by cookie. */
@Entity
@Table(name = "access_token")
public class AccessToken extends BaseAccessTokenEntity<UUID> {}

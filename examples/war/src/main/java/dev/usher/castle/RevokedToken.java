package dev.usher.castle;

import dev.usher.jpa.BaseRevokedTokenEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A token that was logged out. */
@Entity
@Table(name = "revoked_token")
public class RevokedToken extends BaseRevokedTokenEntity {}

package dev.usher.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An application's entity of revoked tokens. */
@Entity
@Table(name = "revoked_token")
class SpentToken extends BaseRevokedTokenEntity {}

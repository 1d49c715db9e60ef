package dev.usher.quickstart;

import dev.usher.jpa.UuidOAuthAccountEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An account at a provider that a member signs in by, for JPA. */
@Entity
@Table(name = "oauth_account")
public class OAuthAccount extends UuidOAuthAccountEntity {}

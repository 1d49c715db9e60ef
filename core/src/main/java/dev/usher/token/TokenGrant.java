package dev.usher.token;

import java.util.Map;
import java.util.Set;

/**
 * Whom a new access token is for, and what it may say about her. A strategy whose tokens say nothing ignores most of it.
 *
 * @param userId the user's id as text, not blank
 * @param tokenVersion her token version, not negative
 * @param email her canonical address
 * @param roles {@code superuser} and {@code verified}, where she is
 * @param claims what the application adds, JSON values by name
 */
public record TokenGrant(String userId, int tokenVersion, String email, Set<String> roles, Map<String, Object> claims) {

    public TokenGrant {
        roles = Set.copyOf(roles);
        claims = Map.copyOf(claims);
    }

    /** A grant that says only whose the token is. */
    public TokenGrant(String userId, int tokenVersion) {
        this(userId, tokenVersion, "", Set.of(), Map.of());
    }
}

package dev.usher.token;

/**
 * Whom a flow token is about, and the state of hers that it is bound to.
 *
 * @param userId the user's id as text
 * @param tokenVersion her token version when the token was issued; another one makes the token stale
 * @param email her canonical address when the token was issued; another one makes the token stale
 */
public record FlowSubject(String userId, int tokenVersion, String email) {}

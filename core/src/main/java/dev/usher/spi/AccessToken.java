package dev.usher.spi;

import java.time.Instant;

/**
 * An opaque access token as it is stored.
 *
 * @param digest SHA-256 of the token in lower-case hexadecimal: 64 characters
 * @param userId whose it is
 * @param tokenVersion her token version when it was issued
 * @param createdAt when it was issued, in milliseconds' precision
 * @param expiresAt when it ends, in milliseconds' precision
 */
public record AccessToken<ID>(String digest, ID userId, int tokenVersion, Instant createdAt, Instant expiresAt) {}

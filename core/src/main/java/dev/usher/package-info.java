/**
 * Start here: the user, the database it lives in, and the manager with every use case.
 * Applications extend {@link dev.usher.UserManager}; adapters implement {@link dev.usher.UserDatabase}.
 * Depends on the packages {@code spi}, {@code password} and {@code token} below it, on no container.
 * Everything but the user itself is thread-safe.
 */
@NullMarked
package dev.usher;

import org.jspecify.annotations.NullMarked;

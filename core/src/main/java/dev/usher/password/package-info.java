/**
 * Password hashes: one facade, {@link dev.usher.password.Passwords}, over a hasher for each format.
 * Further formats implement {@link dev.usher.password.PasswordHasher} and prove it with the testkit.
 * Depends on the JDK, argon2-jvm, Bouncy Castle and jBCrypt.
 * Everything is thread-safe.
 */
@NullMarked
package dev.usher.password;

import org.jspecify.annotations.NullMarked;

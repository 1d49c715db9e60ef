package dev.usher.testkit;

import dev.usher.password.PasswordHasher;

/**
 * What every {@link PasswordHasher} must do. Some 200 hashes are made, so subjects take cheap parameters:
 *
 * <pre>{@code
 * class Argon2HasherTest implements PasswordHasherContract {
 *     @Override public PasswordHasher hasher() { … }
 *     @Override public PasswordHasher hasherWithOtherParameters() { … }
 * }
 * }</pre>
 */
public interface PasswordHasherContract extends PasswordHashContract, PasswordMatchContract, HostileHashContract {}

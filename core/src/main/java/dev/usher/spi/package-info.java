/**
 * The ports beside {@link dev.usher.UserDatabase} that a database adapter or a runtime provides.
 * Implemented by the persistence modules and by the CDI wiring; proved by the contracts of the testkit.
 * Depends on the JDK only.
 * Every implementation is thread-safe.
 */
@NullMarked
package dev.usher.spi;

import org.jspecify.annotations.NullMarked;

/**
 * The testkit as a third party sees it, from another package.
 * Implements the contracts by public names only.
 * Depends on what the testkit publishes.
 * Not thread-safe, being tests.
 */
@NullMarked
package dev.usher.testkit.elsewhere;

import org.jspecify.annotations.NullMarked;

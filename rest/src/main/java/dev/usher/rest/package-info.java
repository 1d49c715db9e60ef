/**
 * The REST endpoints an application mounts by extending them, the guards for its own, and the transports of tokens.
 * Applications extend the {@code …Resource} classes and implement {@link dev.usher.rest.Transport}.
 * Depends on core, Jakarta REST, JSON-P, JSON-B and Validation; CDI stays in {@code wiring}.
 * Resources and filters are thread-safe; views and bodies belong to one request.
 */
@NullMarked
package dev.usher.rest;

import org.jspecify.annotations.NullMarked;

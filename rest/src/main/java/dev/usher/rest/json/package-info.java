/**
 * JSON as the contract wants it, whatever the server's own JSON library does: strict in, fixed order out.
 * Not for applications: the resources use it.
 * Depends on JSON-P, JSON-B and Validation.
 * Everything is thread-safe.
 */
@NullMarked
package dev.usher.rest.json;

import org.jspecify.annotations.NullMarked;

/**
 * Usher's endpoints in an application's OpenAPI document: what scanners cannot see is completed by a filter.
 * Applications extend {@link dev.usher.rest.openapi.UsherOpenApi} and name it in {@code mp.openapi.filter}.
 * Depends on MicroProfile OpenAPI 3.1 or 4, and is loaded only where that is.
 * Not thread-safe: a document is completed by one thread.
 */
@NullMarked
package dev.usher.rest.openapi;

import org.jspecify.annotations.NullMarked;

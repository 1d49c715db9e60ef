/**
 * Users as JPA entities: extend {@link dev.usher.jpa.UuidUserEntity} or {@link dev.usher.jpa.BaseUserEntity}, and go.
 * Implements the ports of {@code dev.usher} and {@code dev.usher.spi}, proved by the contracts of the testkit.
 * Depends on core, schema and Jakarta Persistence 3.1, on no provider.
 * Everything but the entities is thread-safe; transactions belong to the thread that began them.
 */
@NullMarked
package dev.usher.jpa;

import org.jspecify.annotations.NullMarked;

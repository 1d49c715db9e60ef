/**
 * Opaque access tokens in Redis or Valkey, standalone or as a cluster, beside users in any database.
 * Implements one port of {@code dev.usher.spi}, proved by the testkit's contract for stores apart from the users.
 * Depends on core and Jedis.
 * Everything is thread-safe; nothing takes part in a transaction.
 */
@NullMarked
package dev.usher.redis;

import org.jspecify.annotations.NullMarked;

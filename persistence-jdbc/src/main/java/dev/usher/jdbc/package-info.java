/**
 * Users in SQLite or PostgreSQL over plain JDBC: describe the table by {@link dev.usher.jdbc.UserTable}, and go.
 * Implements the ports of {@code dev.usher} and {@code dev.usher.spi}, proved by the contracts of the testkit.
 * Depends on core, schema and {@code javax.sql}, on no driver and no pool.
 * Everything is thread-safe; transactions belong to the thread that began them.
 */
@NullMarked
package dev.usher.jdbc;

import org.jspecify.annotations.NullMarked;

/**
 * Tables on SQLite and PostgreSQL, made, migrated, validated and adopted; transactions there, and what errors mean.
 * Used by the SQL adapters; applications meet {@link dev.usher.schema.Schema} and {@link dev.usher.schema.ColumnType}.
 * Depends on core and {@code java.sql}, on no driver; on Flyway, only where migrations are run.
 * Everything is immutable and thread-safe, but for the connections it is handed.
 */
@NullMarked
package dev.usher.schema;

import org.jspecify.annotations.NullMarked;

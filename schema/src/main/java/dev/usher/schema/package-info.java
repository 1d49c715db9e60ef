/**
 * Tables on SQLite and PostgreSQL: their DDL, how a transaction begins there, and what the engines' errors mean.
 * Used by the SQL adapters; applications meet {@link dev.usher.schema.ColumnType} and {@link dev.usher.schema.IdType}.
 * Depends on core and {@code java.sql}, on no driver.
 * Everything is immutable and thread-safe, but for the connections it is handed.
 */
@NullMarked
package dev.usher.schema;

import org.jspecify.annotations.NullMarked;

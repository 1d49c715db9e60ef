/**
 * The command line: tables and users, for whoever runs an application's database.
 * A program, not a library; its commands are {@link dev.usher.cli.Main}'s arguments.
 * Depends on core, schema, the JDBC adapter and picocli, and brings the drivers.
 * One thread.
 */
@NullMarked
package dev.usher.cli;

import org.jspecify.annotations.NullMarked;

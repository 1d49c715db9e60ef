/**
 * The contracts that every adapter must pass, and in-memory doubles for tests of applications.
 * Contracts are implemented by test classes of adapters, one nested class for each engine; the doubles pass them too.
 * Depends on Usher's core, JUnit Jupiter and AssertJ, and on JDBC as the JDK has it.
 * The doubles are thread-safe; a user is for one thread, as everywhere.
 */
@NullMarked
package dev.usher.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * Usher in a CDI container: one class that lists every bean, and the feature that an application registers.
 * Applications replace a bean by an alternative with a priority.
 * Depends on the rest of Usher's REST module, CDI and, where there are such, MicroProfile Config and JTA.
 * Everything is thread-safe.
 */
@NullMarked
package dev.usher.rest.wiring;

import org.jspecify.annotations.NullMarked;

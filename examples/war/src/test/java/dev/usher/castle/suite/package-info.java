/** The suite: rows over HTTP, the same on every server. A new row is a method, a new kind of row an interface. */
@NullMarked
package dev.usher.castle.suite;

import org.jspecify.annotations.NullMarked;

/**
 * A small application for a Jakarta EE server, on Usher: start at {@link dev.usher.castle.Castle}, change
 * {@link dev.usher.castle.Member}.
 */
@NullMarked
package dev.usher.castle;

import org.jspecify.annotations.NullMarked;

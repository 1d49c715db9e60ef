/**
 * A whole user service on Usher: start at {@link dev.usher.quickstart.Main}, change {@link dev.usher.quickstart.Member}.
 */
@NullMarked
package dev.usher.quickstart;

import org.jspecify.annotations.NullMarked;

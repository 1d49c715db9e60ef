/** A small application on Usher and the in-memory doubles, as an outsider would write it, for tests over HTTP. */
@NullMarked
package dev.usher.roundtable;

import org.jspecify.annotations.NullMarked;

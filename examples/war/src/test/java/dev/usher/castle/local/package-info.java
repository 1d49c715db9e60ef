/** What stands in for a server in the default build: resource-local JPA, an interceptor, and Jersey on Grizzly. */
@NullMarked
package dev.usher.castle.local;

import org.jspecify.annotations.NullMarked;

/** What the suite adds to the deployment: a mailbox to look into, and a contract that runs inside the server. */
@NullMarked
package dev.usher.castle.proof;

import org.jspecify.annotations.NullMarked;

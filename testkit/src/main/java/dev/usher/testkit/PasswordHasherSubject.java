package dev.usher.testkit;

import dev.usher.password.PasswordHasher;
import org.junit.jupiter.api.Timeout;

/** What {@link PasswordHasherContract} needs to know of the hasher under test. A test that takes a minute has failed. */
@Timeout(60)
public interface PasswordHasherSubject {

    /** The hasher under test. */
    PasswordHasher hasher();

    /** A hasher of the same format with other parameters, within the limits that {@link #hasher()} accepts. */
    PasswordHasher hasherWithOtherParameters();
}

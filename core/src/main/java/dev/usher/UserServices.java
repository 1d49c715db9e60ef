package dev.usher;

import dev.usher.password.Passwords;
import dev.usher.spi.Transactions;
import java.time.Clock;

/**
 * What every user manager of an application works with.
 *
 * @param config the settings
 * @param passwords hashes and checks passwords
 * @param transactions where use cases begin and end
 * @param events whom to tell
 * @param clock the time of every timestamp and expiry
 */
public record UserServices(
        UsherConfig config, Passwords passwords, Transactions transactions, UserEvents events, Clock clock) {}

package dev.usher;

import dev.usher.password.Passwords;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What every user manager of an application works with.
 *
 * @param config the settings
 * @param passwords hashes and checks passwords
 * @param transactions where use cases begin and end
 * @param events whom to tell
 * @param clock the time of every timestamp and expiry
 * @param accounts which accounts at providers are whose; null where the application keeps none
 */
public record UserServices(
        UsherConfig config,
        Passwords passwords,
        Transactions transactions,
        UserEvents events,
        Clock clock,
        @Nullable OAuthAccountDatabase<?, ?> accounts) {

    /** Where nobody signs in at a provider. */
    public UserServices(
            UsherConfig config, Passwords passwords, Transactions transactions, UserEvents events, Clock clock) {
        this(config, passwords, transactions, events, clock, null);
    }

    /** The time as rows have it, in whole milliseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

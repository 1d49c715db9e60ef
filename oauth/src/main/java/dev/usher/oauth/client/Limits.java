package dev.usher.oauth.client;

import java.time.Duration;

/**
 * How long a provider is waited for.
 *
 * @param connect until a connection stands
 * @param answer until one answer has been read to its end, connecting included
 * @param total until a code is redeemed, with all the answers that takes
 */
record Limits(Duration connect, Duration answer, Duration total) {

    static final Limits DEFAULTS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(15));

    Deadline start() {
        return Deadline.in(total);
    }
}

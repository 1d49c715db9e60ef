package dev.usher.redis;

import dev.usher.spi.AccessToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands under the key of a token: {@code 1 <token version> <expiry> <writer> <user id>}.
 *
 * @param tokenVersion as digits; a {@code long} so that ten of them are always a number
 * @param writer tells the call that stored it from any other
 * @param userId last, because it may contain blanks
 */
record StoredToken(long tokenVersion, Instant expiresAt, String writer, String userId) {

    private static final String FORMAT = "1";
    private static final Pattern TEXT = Pattern.compile(FORMAT + " (-?\\d{1,10}) (\\d{1,15}) ([0-9a-z]{1,13}) (.+)");

    static StoredToken of(AccessToken<?> token) {
        String writer = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
        return new StoredToken(
                token.tokenVersion(),
                token.expiresAt().truncatedTo(ChronoUnit.MILLIS),
                writer,
                token.userId().toString());
    }

    /** Empty for whatever was not written by this class. */
    static Optional<StoredToken> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new StoredToken(
                Long.parseLong(parts.group(1)),
                Instant.ofEpochMilli(Long.parseLong(parts.group(2))),
                parts.group(3),
                parts.group(4)));
    }

    String text() {
        return String.join(
                " ", FORMAT, Long.toString(tokenVersion), Long.toString(expiresAt.toEpochMilli()), writer, userId);
    }
}

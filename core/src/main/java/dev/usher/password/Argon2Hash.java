package dev.usher.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash taken apart; {@code toString} is its PHC string.
 *
 * <p>Strict: version 19, the parameters in their order, unpadded canonical base64. There is one spelling of a hash, the
 * one that {@code toString} gives back.
 *
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string format</a>
 */
final class Argon2Hash {

    private static final String NUMBER = "([1-9][0-9]{0,6})";
    private static final String BASE64 = "((?:[A-Za-z0-9+/]{4}){0,21}(?:[A-Za-z0-9+/]{2,3})?)";
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=%1$s,t=%1$s,p=%1$s\\$%2$s\\$%2$s".formatted(NUMBER, BASE64));

    private final Argon2Parameters parameters;
    private final byte[] salt;
    private final byte[] tag;

    Argon2Hash(Argon2Parameters parameters, byte[] salt, byte[] tag) {
        this.parameters = parameters;
        this.salt = salt;
        this.tag = tag;
    }

    /** Reads a PHC string, or nothing where the text is not one or asks for more than the limits allow. */
    static Optional<Argon2Hash> parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (!phc.matches() || !Argon2Parameters.areWithinLimits(number(phc, 1), number(phc, 2), number(phc, 3))) {
            return Optional.empty();
        }
        Argon2Parameters parameters = new Argon2Parameters(number(phc, 1), number(phc, 2), number(phc, 3));
        return Optional.of(new Argon2Hash(parameters, bytes(phc, 4), bytes(phc, 5)))
                .filter(hash -> hash.hasSizesWithinLimits() && hash.toString().equals(text));
    }

    Argon2Parameters parameters() {
        return parameters;
    }

    byte[] salt() {
        return salt;
    }

    byte[] tag() {
        return tag;
    }

    @Override
    public String toString() {
        return "$argon2id$v=19$m=" + parameters.memoryKiB() + ",t=" + parameters.iterations() + ",p="
                + parameters.parallelism() + "$" + base64(salt) + "$" + base64(tag);
    }

    private boolean hasSizesWithinLimits() {
        return salt.length >= 8 && salt.length <= 64 && tag.length >= 16 && tag.length <= 64;
    }

    private static int number(Matcher phc, int group) {
        return Integer.parseInt(phc.group(group));
    }

    private static byte[] bytes(Matcher phc, int group) {
        return Base64.getDecoder().decode(phc.group(group));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}

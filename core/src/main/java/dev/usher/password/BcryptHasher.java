package dev.usher.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.mindrot.jbcrypt.BCrypt;

/**
 * bcrypt: {@code $2b$12$} and 53 characters of salt and hash.
 *
 * <p>Verifies {@code $2a$}, {@code $2b$} and {@code $2y$} of cost 4 to 16, which are one algorithm, if salt and hash are
 * in canonical base64. {@code $2x$} and {@code $2$} were made by faulty implementations and are not recognised.
 *
 * <p>Makes {@code $2b$}, because it is the name that has meant only this algorithm and that Python's bcrypt makes, too:
 * a table shared with FastAPI Users sees no difference.
 *
 * <p>bcrypt reads 72 bytes and no more. This hasher never makes a hash of a longer password; it verifies one as the
 * library that made the hash did, by its first 72 bytes.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#bcrypt">OWASP Password
 *     Storage, bcrypt</a>
 */
public final class BcryptHasher implements PasswordHasher {

    static final String NAME = "bcrypt";

    private static final int MAX_PASSWORD_BYTES = 72;
    private static final int DEFAULT_COST = 12;
    private static final int MIN_COST = 4;
    private static final int MAX_COST = 16;

    // 22 characters hold 16 bytes and 31 hold 23: the last of each has spare bits, which are zero in canonical text.
    private static final Pattern CANONICAL = Pattern.compile(
            "\\$2[aby]\\$(0[4-9]|1[0-6])\\$" + "[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]");

    private final int cost;
    private final SecureRandom random = new SecureRandom();

    /** Makes hashes of cost 12. */
    public BcryptHasher() {
        this(DEFAULT_COST);
    }

    /**
     * Makes hashes of another cost.
     *
     * @param cost from 4 to 16, each step doubles the work; OWASP asks for 10 at least
     * @throws IllegalArgumentException if the cost is outside that range
     */
    public BcryptHasher(int cost) {
        if (cost < MIN_COST || cost > MAX_COST) {
            throw new IllegalArgumentException(
                    "bcrypt's cost is " + cost + ": choose one from " + MIN_COST + " to " + MAX_COST);
        }
        this.cost = cost;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String hash) {
        return CANONICAL.matcher(hash).matches();
    }

    @Override
    public String hash(String password) {
        PasswordText.bytesToHash(password, MAX_PASSWORD_BYTES);
        return labelled('b', BCrypt.hashpw(password, BCrypt.gensalt(cost, random)));
    }

    @Override
    public boolean matches(String password, String hash) {
        if (!PasswordText.isHashable(password) || !recognises(hash)) {
            return false;
        }
        String stored = labelled('a', hash);
        return MessageDigest.isEqual(ascii(BCrypt.hashpw(password, stored)), ascii(stored));
    }

    @Override
    public boolean isOutdated(String hash) {
        return recognises(hash) && Integer.parseInt(hash.substring(4, 6)) != cost;
    }

    @Override
    public int maxPasswordBytes() {
        return MAX_PASSWORD_BYTES;
    }

    // jBCrypt knows the algorithm by its oldest name, $2a$, only.
    private static String labelled(char label, String hash) {
        return "$2" + label + hash.substring(3);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

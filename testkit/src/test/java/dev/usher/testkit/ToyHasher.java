package dev.usher.testkit;

import dev.usher.password.PasswordHasher;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An honest hasher of the simplest kind, {@code $toy$rounds$salt$digest}; far too fast for passwords. */
class ToyHasher implements PasswordHasher {

    static final Pattern FORMAT = Pattern.compile("\\$toy\\$([1-9])\\$([A-Za-z0-9_-]{22})\\$([A-Za-z0-9_-]{43})");

    private static final int MAX_BYTES = 64;

    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    ToyHasher(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public int maxPasswordBytes() {
        return MAX_BYTES;
    }

    @Override
    public boolean recognises(String hash) {
        return FORMAT.matcher(hash).matches();
    }

    @Override
    public String hash(String password) {
        byte[] bytes = bytes(password);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("the password has more than " + MAX_BYTES + " bytes");
        }
        String salt = newSalt();
        return "$toy$" + rounds + "$" + salt + "$" + digest(bytes, salt, rounds);
    }

    @Override
    public boolean matches(String password, String hash) {
        Matcher parts = FORMAT.matcher(hash);
        if (!parts.matches()) {
            return false;
        }
        try {
            String digest = digest(bytes(password), parts.group(2), Integer.parseInt(parts.group(1)));
            return MessageDigest.isEqual(ascii(digest), ascii(parts.group(3)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean isOutdated(String hash) {
        Matcher parts = FORMAT.matcher(hash);
        return parts.matches() && Integer.parseInt(parts.group(1)) != rounds;
    }

    String newSalt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return encode(salt);
    }

    /** The password in UTF-8; refuses U+0000 and what is not well-formed. */
    byte[] bytes(String password) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            if (password.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the password contains U+0000");
            }
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the password is not well-formed UTF-16");
        }
    }

    String digest(byte[] password, String salt, int rounds) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = ascii(salt);
            for (int round = 0; round < rounds; round++) {
                sha256.update(digest);
                digest = sha256.digest(password);
            }
            return encode(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

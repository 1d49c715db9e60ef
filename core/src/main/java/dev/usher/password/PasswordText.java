package dev.usher.password;

import java.nio.charset.StandardCharsets;

/**
 * Which text can be a password at all: well-formed UTF-16 without U+0000.
 *
 * <p>Other text has no bytes of its own: encoders turn every unpaired surrogate into the same replacement, and bcrypt
 * ends a password at NUL. Passwords are not normalised; they are what the client sent.
 */
final class PasswordText {

    private PasswordText() {}

    static boolean isHashable(String password) {
        return password.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /**
     * The bytes of a password of which a new hash is made.
     *
     * @throws IllegalArgumentException if the text cannot be a password, or has more bytes than allowed
     */
    static byte[] bytesToHash(String password, int maxBytes) {
        if (!isHashable(password)) {
            throw new IllegalArgumentException("a password must be well-formed UTF-16 without U+0000");
        }
        byte[] bytes = bytes(password);
        if (bytes.length > maxBytes) {
            throw new IllegalArgumentException(
                    "the password has " + bytes.length + " bytes of UTF-8, this format takes at most " + maxBytes);
        }
        return bytes;
    }

    static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.usher;

import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address in its one canonical form: trimmed, NFC, lower case by {@link Locale#ROOT}, domain in ASCII.
 *
 * <p>Two spellings of one mailbox are equal here, so that a plain unique constraint on the stored text suffices. The
 * canonical form of a canonical address is itself. Accents and {@code +tags} in the local part are kept. No network is
 * asked whether the domain exists.
 *
 * <p>Refused: no dot in the domain, empty labels, quoted local parts, IP literals, the special-use top-level domains of
 * RFC 6761 and RFC 6762 other than {@code example}, more than 254 characters (64 before the at sign), control and format
 * characters, and in a domain {@code ß}, {@code ς}, ZWJ and ZWNJ, which the versions of IDNA map to different domains.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321 section 4.5.3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6531">RFC 6531 (internationalised addresses)</a>
 */
public final class Email implements Comparable<Email> {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String ASCII_SYMBOLS = "!#$%&'*+-/=?^_`{|}~.";
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> SPECIAL_USE = Set.of("test", "invalid", "localhost", "local");

    private final String value;

    private Email(String value) {
        this.value = value;
    }

    /**
     * Reads an address as a person typed it.
     *
     * @param text anything at all
     * @return the canonical address, or empty if it is none that Usher accepts
     */
    public static Optional<Email> parse(String text) {
        if (text.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        String typed = Normalizer.normalize(text.strip(), Form.NFC);
        int at = typed.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = Normalizer.normalize(typed.substring(0, at).toLowerCase(Locale.ROOT), Form.NFC);
        String domain = asciiDomain(typed.substring(at + 1));
        boolean good = local.length() <= MAX_LOCAL_LENGTH
                && local.length() + 1 + domain.length() <= MAX_LENGTH
                && isDotAtom(local)
                && isPublicDomain(domain);
        return good ? Optional.of(new Email(local + "@" + domain)) : Optional.empty();
    }

    /**
     * Reads an address that is known to be one.
     *
     * @throws IllegalArgumentException if {@link #parse} would refuse it
     */
    public static Email of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address that Usher accepts"));
    }

    /** Takes an address as a database holds it, unchecked: what is stored was checked before, or adopted as it is. */
    public static Email fromStorage(String stored) {
        return new Email(stored);
    }

    /** The canonical text, at most 254 characters. */
    public String value() {
        return value;
    }

    private static boolean isDotAtom(String local) {
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(Email::isAtomCharacter)
                && !isMark(local.codePointAt(0));
    }

    private static boolean isAtomCharacter(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || ASCII_SYMBOLS.indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static String asciiDomain(String domain) {
        boolean ambiguous = domain.codePoints()
                .anyMatch(c -> c == 'ß' || c == 'ẞ' || c == 'ς' || Character.getType(c) == Character.FORMAT);
        if (ambiguous) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isPublicDomain(String domain) {
        return DOMAIN.matcher(domain).matches() && !SPECIAL_USE.contains(domain.substring(domain.lastIndexOf('.') + 1));
    }

    @Override
    public int compareTo(Email other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Email email && email.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

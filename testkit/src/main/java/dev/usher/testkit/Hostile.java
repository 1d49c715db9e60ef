package dev.usher.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Texts that an attacker or an accident may put where an id, a token or a hash is expected. */
final class Hostile {

    private static final int LONG = 10_000;
    private static final int VERY_LONG = 1 << 20;

    private Hostile() {}

    static List<String> texts() {
        return List.of(
                "",
                " ",
                "\t",
                "\n",
                "\r\n",
                "\u00a0",
                "\0",
                "a\0b",
                "\ud800",
                "a\udc00b",
                "\udc00\ud800",
                "null",
                "undefined",
                "None",
                "NaN",
                "-",
                "+1",
                "-0",
                "0",
                "-9223372036854775808",
                "01",
                "1e3",
                "0x1f",
                "1L",
                "1.0",
                "9223372036854775808",
                "\uff11\uff12",
                "\u0661\u0662",
                "1-1-1-1-1",
                "{00000000-0000-0000-0000-000000000001}",
                "00000000000000000000000000000001",
                "00000000-0000-0000-0000-00000000000g",
                "00000000-0000-0000-0000-000000000001 ",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                ".",
                "..",
                "...",
                "a.b.c",
                "=",
                "====",
                "$",
                "$$$$",
                "%00",
                "../../etc/passwd",
                "' OR '1'='1",
                "\u0130\u212a\u0131",
                "e\u0301",
                "\u202egnp",
                "\ud83d\udc51",
                "1".repeat(LONG),
                "a".repeat(LONG),
                ".".repeat(LONG),
                "A".repeat(VERY_LONG));
    }

    /** The hostile texts, and a good text with something added. */
    static List<String> variantsOf(String good) {
        Stream<String> variants = Stream.of(
                " " + good,
                good + " ",
                good + "\n",
                good + "\0",
                "+" + good,
                "0" + good,
                good + ".0",
                "{" + good + "}");
        return Stream.concat(texts().stream(), variants).toList();
    }

    /** Whether no id of any type, no address and no key is written so: blank, endless, with U+0000 or with half a surrogate pair. */
    static boolean isNoIdAtAll(String text) {
        return text.isBlank()
                || text.length() >= LONG
                || text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** Texts shaped like tokens: unsigned, empty, nested or of the wrong kind. */
    static List<String> tokens() {
        return List.of(
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.",
                "eyJhbGciOiJIUzI1NiJ9..AAAA",
                "..AAAA",
                "e30.e30.e30",
                "eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.AAAA",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.AAAA",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA",
                "a.b.c.d.e",
                "A".repeat(43));
    }

    /** Texts shaped like password hashes: malformed, or with parameters that would take hours or all memory. */
    static List<String> hashes() {
        String salt = "c29tZXNhbHRzb21lc2FsdA";
        String tag = "A".repeat(43);
        String bcrypt = ".".repeat(53);
        return List.of(
                "{noop}guinevere",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$1$salt$hash",
                "$5$rounds=999999999$salt$hash",
                "$2a$",
                "$2a$04$",
                "$2a$04$" + bcrypt + ".",
                "$2a$04$" + bcrypt.substring(1),
                "$2a$04$" + "!".repeat(53),
                "$2a$04$" + "é".repeat(53),
                "$2a$03$" + bcrypt,
                "$2a$31$" + bcrypt,
                "$2b$31$" + bcrypt,
                "$2y$31$" + bcrypt,
                "$2a$32$" + bcrypt,
                "$2a$99$" + bcrypt,
                "$2a$-1$" + bcrypt,
                "$2a$xx$" + bcrypt,
                "$2z$04$" + bcrypt,
                "$2a04" + bcrypt,
                "$argon2id$",
                "$argon2id$v=19$m=8,t=1,p=1$" + salt,
                "$argon2id$v=19$m=8,t=1,p=1$" + salt + "$",
                "$argon2id$v=19$m=8,t=1,p=1$!!!$" + tag,
                "$argon2id$v=19$m=8,t=1,p=1$$" + tag,
                "$argon2id$v=19$m=0,t=0,p=0$" + salt + "$" + tag,
                "$argon2id$v=19$m=-8,t=-1,p=-1$" + salt + "$" + tag,
                "$argon2id$v=19$m=2147483647,t=1,p=1$" + salt + "$" + tag,
                "$argon2id$v=19$m=4294967295,t=1,p=1$" + salt + "$" + tag,
                "$argon2id$v=19$m=99999999999999999999,t=1,p=1$" + salt + "$" + tag,
                "$argon2id$v=19$m=19456,t=2147483647,p=1$" + salt + "$" + tag,
                "$argon2id$v=19$m=134217728,t=1,p=16777215$" + salt + "$" + tag,
                "$argon2id$v=16$m=19456,t=2147483647,p=1$" + salt + "$" + tag,
                "$argon2id$m=19456,t=2147483647,p=1$" + salt + "$" + tag,
                "$argon2d$v=19$m=2147483647,t=1,p=1$" + salt + "$" + tag,
                "$argon2i$v=19$m=2147483647,t=1,p=1$" + salt + "$" + tag,
                "$argon2id$v=19$m=8,t=1,p=1$" + salt + "$" + "A".repeat(LONG),
                "$scrypt$ln=31,r=8,p=1$" + salt + "$" + tag,
                "$pbkdf2-sha256$2147483647$" + salt + "$" + tag,
                "$".repeat(LONG));
    }
}

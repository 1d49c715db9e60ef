package dev.usher.testkit;

import dev.usher.password.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashers with one fault each: the toy with another step in one place. */
final class HasherFaults {

    private HasherFaults() {}

    abstract static class BrokenHasher extends ToyHasher implements PasswordHasherContract {

        BrokenHasher() {
            super(2);
        }

        @Override
        public PasswordHasher hasher() {
            return this;
        }

        @Override
        public PasswordHasher hasherWithOtherParameters() {
            return new ToyHasher(3);
        }
    }

    /** Has a name that no configuration file likes. */
    @Fault("name_isOneWordInLowerCase")
    static class UnspeakableHasher extends BrokenHasher {
        @Override
        public String name() {
            return "The Toy";
        }
    }

    /** Has no room for a passphrase. */
    @Fault("maxPasswordBytes_leavesRoomForAPassphrase")
    static class NarrowHasher extends BrokenHasher {
        @Override
        public int maxPasswordBytes() {
            return 16;
        }

        @Override
        public String hash(String password) {
            if (password.getBytes(StandardCharsets.UTF_8).length > 16) {
                throw new IllegalArgumentException("too long");
            }
            return super.hash(password);
        }
    }

    /** Fills the hash up to the width of some other column. */
    @Fault({
        "hash_isPrintableAsciiThatFitsItsColumn",
        "matches_isFalseForEveryPartOfAHash",
    })
    static class PaddingHasher extends BrokenHasher {
        private static final Pattern PADDED = Pattern.compile("(\\$toy.{69})!{1024}");

        @Override
        public String hash(String password) {
            return super.hash(password) + "!".repeat(1024);
        }

        @Override
        public boolean recognises(String hash) {
            return PADDED.matcher(hash).matches() || super.recognises(hash);
        }

        @Override
        public boolean matches(String password, String hash) {
            Matcher padded = PADDED.matcher(hash);
            return super.matches(password, padded.matches() ? padded.group(1) : hash);
        }
    }

    /** Uses one salt for all. */
    @Fault("hash_isSaltedAfresh")
    static class SaltlessHasher extends BrokenHasher {
        @Override
        String newSalt() {
            return "A".repeat(22);
        }
    }

    /** Stores what it hashes beside the hash. */
    @Fault({
        "hash_doesNotContainThePassword",
        "matches_isFalseForEveryPartOfAHash",
    })
    static class RevealingHasher extends BrokenHasher {
        private static final Pattern REVEALED = Pattern.compile("(\\$toy.{69})!guinevere");

        @Override
        public String hash(String password) {
            return super.hash(password) + (password.equals("guinevere") ? "!guinevere" : "");
        }

        @Override
        public boolean recognises(String hash) {
            return REVEALED.matcher(hash).matches() || super.recognises(hash);
        }

        @Override
        public boolean matches(String password, String hash) {
            Matcher revealed = REVEALED.matcher(hash);
            return super.matches(password, revealed.matches() ? revealed.group(1) : hash);
        }
    }

    /** Hashes what comes before a NUL, and a question mark for half a character. */
    @Fault({"hash_refusesIllFormedPasswordsWithoutShowingThem", "matches_isFalseForIllFormedPasswords"})
    static class CarelessHasher extends BrokenHasher {
        @Override
        byte[] bytes(String password) {
            int nul = password.indexOf('\0');
            return (nul < 0 ? password : password.substring(0, nul)).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Shows what it refuses. */
    @Fault({"hash_refusesIllFormedPasswordsWithoutShowingThem", "hash_refusesTooManyBytesWithoutShowingThem"})
    static class TalkativeHasher extends BrokenHasher {
        @Override
        public String hash(String password) {
            try {
                return super.hash(password);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("cannot hash " + password, e);
            }
        }
    }

    /** Cuts a password that is too long, as bcrypt does. */
    @Fault("hash_refusesTooManyBytesWithoutShowingThem")
    static class SilentlyCuttingHasher extends BrokenHasher {
        @Override
        byte[] bytes(String password) {
            byte[] all = super.bytes(password);
            return Arrays.copyOf(all, Math.min(maxPasswordBytes(), all.length));
        }
    }

    /** Counts characters where bytes are meant. */
    @Fault("hash_refusesTooManyBytesWithoutShowingThem")
    static class CharacterCountingHasher extends BrokenHasher {
        @Override
        public String hash(String password) {
            if (password.length() > maxPasswordBytes()) {
                throw new IllegalArgumentException("too long");
            }
            byte[] bytes = bytes(password);
            String salt = newSalt();
            return "$toy$2$" + salt + "$" + digest(bytes, salt, 2);
        }
    }

    /** Refuses the last byte allowed. */
    @Fault({"hash_takesPasswordsUpToTheLastByte", "matches_tellsPasswordsApartByTheLastByteAllowed"})
    static class OffByOneHasher extends BrokenHasher {
        @Override
        public String hash(String password) {
            if (password.getBytes(StandardCharsets.UTF_8).length >= maxPasswordBytes()) {
                throw new IllegalArgumentException("too long");
            }
            return super.hash(password);
        }
    }

    /** Hashes the first bytes only. */
    @Fault("matches_tellsPasswordsApartByTheLastByteAllowed")
    static class TruncatingHasher extends BrokenHasher {
        @Override
        String digest(byte[] password, String salt, int rounds) {
            return super.digest(Arrays.copyOf(password, Math.min(60, password.length)), salt, rounds);
        }
    }

    /** Does not know a hash of other parameters. */
    @Fault({"recognises_itsOwnHashes", "isOutdated_isTrueForOtherParameters", "matches_isTrueForAHashOfOtherParameters"
    })
    static class NarrowMindedHasher extends BrokenHasher {
        @Override
        public boolean recognises(String hash) {
            return super.recognises(hash) && hash.startsWith("$toy$2$");
        }

        @Override
        public boolean isOutdated(String hash) {
            return recognises(hash) && super.isOutdated(hash);
        }

        @Override
        public boolean matches(String password, String hash) {
            return recognises(hash) && super.matches(password, hash);
        }
    }

    /** Wants every hash made anew. */
    @Fault("isOutdated_isFalseForItsOwnHashes")
    static class RestlessHasher extends BrokenHasher {
        @Override
        public boolean isOutdated(String hash) {
            return recognises(hash);
        }
    }

    /** Matches nothing that has a blank in front. */
    @Fault("matches_isTrueForThePassword")
    static class TrimmingHasher extends BrokenHasher {
        @Override
        public boolean matches(String password, String hash) {
            return !password.startsWith(" ") && super.matches(password, hash);
        }
    }

    /** Takes upper case for lower case. */
    @Fault("matches_isFalseForAnotherPassword")
    static class CaseInsensitiveHasher extends BrokenHasher {
        @Override
        byte[] bytes(String password) {
            return super.bytes(password.toLowerCase(Locale.ROOT));
        }
    }

    /** Takes every byte beyond ASCII for a question mark. */
    @Fault("matches_tellsPasswordsInEveryScriptApart")
    static class AsciiHasher extends BrokenHasher {
        @Override
        String digest(byte[] password, String salt, int rounds) {
            byte[] ascii = password.clone();
            for (int i = 0; i < ascii.length; i++) {
                ascii[i] = ascii[i] < 0 ? (byte) '?' : ascii[i];
            }
            return super.digest(ascii, salt, rounds);
        }
    }

    /** Throws where it should say no. */
    @Fault({
        "matches_isFalseForIllFormedPasswords",
        "matches_neverThrowsWhateverThePassword",
        "matches_isFalseForAHashItDoesNotRecognise",
    })
    static class StrictHasher extends BrokenHasher {
        @Override
        public boolean matches(String password, String hash) {
            bytes(password);
            return super.matches(password, hash);
        }
    }

    /** Keeps the password in a field while it hashes. */
    @Fault("matches_isRightUnderManyThreads")
    static class SharedStateHasher extends BrokenHasher {
        private final Window window = new Window();
        private volatile String password = "";

        @Override
        public String hash(String password) {
            this.password = password;
            window.open();
            return super.hash(this.password);
        }
    }

    /** Looks for a hash anywhere in the text. */
    @Fault({"recognises_nothingElse", "matches_isFalseForAHashItDoesNotRecognise"})
    static class SearchingHasher extends BrokenHasher {
        @Override
        public boolean recognises(String hash) {
            return FORMAT.matcher(hash).find();
        }

        @Override
        public boolean matches(String password, String hash) {
            Matcher found = FORMAT.matcher(hash);
            return found.find() && super.matches(password, found.group());
        }
    }

    /** Reads the parameters before it looks at the format. */
    @Fault({"recognises_neverThrows", "recognises_nothingElse"})
    static class TrustingHasher extends BrokenHasher {
        @Override
        public boolean recognises(String hash) {
            return hash.charAt(5) != '0' && super.recognises(hash);
        }
    }

    /** Asks a hash of another format for its parameters. */
    @Fault("isOutdated_neverThrows")
    static class AssumingHasher extends BrokenHasher {
        @Override
        public boolean isOutdated(String hash) {
            return hash.charAt(5) != '2';
        }
    }

    /** Compares as many characters of the digest as there are. */
    @Fault("matches_isFalseForEveryPartOfAHash")
    static class PrefixHasher extends BrokenHasher {
        private static final Pattern PART = Pattern.compile("\\$toy\\$2\\$(.{22})\\$(.{0,42})");

        @Override
        public boolean matches(String password, String hash) {
            Matcher part = PART.matcher(hash);
            return part.matches()
                    ? digest(bytes(password), part.group(1), 2).startsWith(part.group(2))
                    : super.matches(password, hash);
        }
    }

    /** Computes for as many rounds as the hash demands. */
    @Fault("matches_isFalseInGoodTimeForHostileHashes")
    static class ObedientHasher extends BrokenHasher {
        private static final Pattern COST = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$.{53}");

        @Override
        public boolean matches(String password, String hash) {
            Matcher bcrypt = COST.matcher(hash);
            long rounds = bcrypt.matches() ? 1L << Integer.parseInt(bcrypt.group(1)) : 0;
            for (long round = 0; round < rounds && !Thread.currentThread().isInterrupted(); round++) {
                digest(bytes(password), hash, 1);
            }
            return super.matches(password, hash);
        }
    }
}

package dev.usher.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashers that make wrong hashes. */
final class PasswordHashFaults {

    private PasswordHashFaults() {}

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

    /** Wants every hash made anew. */
    @Fault("isOutdated_isFalseForItsOwnHashes")
    static class RestlessHasher extends BrokenHasher {
        @Override
        public boolean isOutdated(String hash) {
            return recognises(hash);
        }
    }
}

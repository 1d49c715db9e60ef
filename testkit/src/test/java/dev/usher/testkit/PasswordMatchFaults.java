package dev.usher.testkit;

import java.util.Arrays;
import java.util.Locale;

/** Hashers that take one password for another. */
final class PasswordMatchFaults {

    private PasswordMatchFaults() {}

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
}

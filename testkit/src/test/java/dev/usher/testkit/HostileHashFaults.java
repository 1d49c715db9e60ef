package dev.usher.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashers that trust the hash. */
final class HostileHashFaults {

    private HostileHashFaults() {}

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

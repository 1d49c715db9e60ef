package dev.usher.testkit;

import dev.usher.password.PasswordHasher;

/** Hashes nothing at all, so that what is stored is the same each time. */
final class PlainHasher implements PasswordHasher {

    static final String CURRENT = "plain:";
    static final String OUTDATED = "plain:old:";

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean recognises(String hash) {
        return hash.startsWith(CURRENT);
    }

    @Override
    public String hash(String password) {
        return CURRENT + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        return hash.equals(CURRENT + password) || hash.equals(OUTDATED + password);
    }

    @Override
    public boolean isOutdated(String hash) {
        return hash.startsWith(OUTDATED);
    }

    @Override
    public int maxPasswordBytes() {
        return 100;
    }
}

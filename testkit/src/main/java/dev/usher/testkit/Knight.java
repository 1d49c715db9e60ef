package dev.usher.testkit;

import dev.usher.BaseUser;
import java.util.UUID;

/** A small user for tests: a random id and one field of her own. */
public final class Knight extends BaseUser<UUID> {

    private static final int MAX_SHIELD_LENGTH = 100;

    /** What is painted on the shield; up to 100 characters, more are refused by the database. */
    public String shield = "";

    /** A knight who is not stored yet. */
    public Knight() {
        super();
    }

    /** A database of knights that takes part in these transactions. */
    public static InMemoryUserDatabase<Knight, UUID> users(InMemoryTransactions transactions) {
        return new InMemoryUserDatabase<>(transactions, Knight::new, Ids.randomUuids(), Knight::copyShield);
    }

    private static void copyShield(Knight from, Knight to) {
        if (from.shield.length() > MAX_SHIELD_LENGTH) {
            throw new IllegalArgumentException("a shield has room for " + MAX_SHIELD_LENGTH + " characters");
        }
        to.shield = from.shield;
    }
}

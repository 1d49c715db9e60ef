package dev.usher.testkit;

import dev.usher.BaseUser;
import java.util.UUID;

/** A small user for tests: a random id and one field of her own. */
public final class Knight extends BaseUser<UUID> {

    /** What is painted on the shield; up to 100 characters. */
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
        to.shield = from.shield;
    }
}

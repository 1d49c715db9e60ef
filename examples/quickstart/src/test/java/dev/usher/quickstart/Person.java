package dev.usher.quickstart;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody at court, with an address that nobody else in this run of the tests has. */
record Person(String id, String email) {

    /** Everybody's password until she changes it. */
    static final String PASSWORD = "guinevere";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The id is empty until she has registered. */
    static Person named(String name) {
        return new Person("", name.toLowerCase(Locale.ROOT) + "." + COUNT.incrementAndGet() + "@camelot.bt");
    }

    Person withId(String id) {
        return new Person(id, email);
    }

    /** What a client sees of her, in the order of the contract. */
    String json(boolean active, boolean verified) {
        return """
                {"id":"%s","email":"%s","is_active":%b,"is_superuser":false,"is_verified":%b,"first_name":null}""".formatted(id, email, active, verified);
    }
}

package dev.usher.castle.suite;

import java.util.Locale;
import java.util.UUID;

/** What the rows of the suite start from. A row is a test over HTTP that must come out alike on every server. */
interface Rows {

    String PASSWORD = "the round table";

    /** The deployed application. */
    Api api();

    /** An address that nobody has yet. */
    static String address(String name) {
        return name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@camelot.bt";
    }

    /** Registers somebody new with the password {@link #PASSWORD}, and answers her address. */
    default String registered(String name) {
        String address = address(name);
        api().register(address, PASSWORD, name).is(201);
        return address;
    }

    /** A fresh token of somebody new. */
    default String token(String name) {
        return api().login(registered(name), PASSWORD).is(200).text("access_token");
    }
}

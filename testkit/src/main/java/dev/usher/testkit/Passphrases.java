package dev.usher.testkit;

import java.nio.charset.StandardCharsets;

/** Long passwords. */
final class Passphrases {

    private Passphrases() {}

    /** A password of exactly so many bytes of UTF-8, made of one character and, where it does not come out even, x. */
    static String filling(int bytes, String character) {
        int width = character.getBytes(StandardCharsets.UTF_8).length;
        return character.repeat(bytes / width) + "x".repeat(bytes % width);
    }
}

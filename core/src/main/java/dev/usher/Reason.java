package dev.usher;

import java.io.Serializable;

/**
 * Why a use case was refused, as a sentence for the client, and what it takes to say it in another language.
 *
 * @param text the sentence: of the application as it is, of Usher's own in English
 * @param key the name of a sentence of Usher's own; empty for the application's, which has no other words
 * @param number the one that the sentence speaks of; 0 if none
 */
public record Reason(String text, String key, int number) implements Serializable {

    /** A sentence of the application's. */
    public Reason(String text) {
        this(text, "", 0);
    }

    static Reason tooShort(int leastCharacters) {
        return new Reason(
                "Password should be at least " + leastCharacters + " characters", "password.short", leastCharacters);
    }

    static Reason tooLong(int mostBytes) {
        return new Reason("Password should be at most " + mostBytes + " bytes", "password.long", mostBytes);
    }
}

package dev.usher.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts that differ from a good token. */
final class Spelling {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int HIGHEST_BIT = 32;

    private Spelling() {}

    /**
     * Changes one character so that its highest bit in base64url differs, which every decoder must notice: only the
     * low bits of a last character can be padding.
     */
    static String changed(String token, int position) {
        int value = ALPHABET.indexOf(token.charAt(position));
        char other = value < 0 ? 'A' : ALPHABET.charAt(value ^ HIGHEST_BIT);
        return replaced(token, position, other);
    }

    /** Texts that a lenient decoder takes for the same token. */
    static List<String> othersOf(String token) {
        List<String> others = new ArrayList<>(List.of(
                token + "=",
                token + "==",
                token + " ",
                token + "\n",
                token + "\0",
                token + ".",
                " " + token,
                "\t" + token,
                "\ufeff" + token,
                "Bearer " + token,
                "\"" + token + "\""));
        String flipped = token.toUpperCase(Locale.ROOT);
        others.add(flipped.equals(token) ? token.toLowerCase(Locale.ROOT) : flipped);
        for (int position = 0; position < token.length(); position++) {
            others.add(token.substring(0, position) + "\n" + token.substring(position));
            others.add(token.substring(0, position) + "%" + token.substring(position));
            boolean last = position + 1 == token.length() || token.charAt(position + 1) == '.';
            if (last) {
                others.addAll(lowBitsChanged(token, position));
                others.add(token.substring(0, position + 1) + "=" + token.substring(position + 1));
            }
        }
        return others;
    }

    private static List<String> lowBitsChanged(String token, int position) {
        int value = ALPHABET.indexOf(token.charAt(position));
        List<String> others = new ArrayList<>();
        for (int bits = 1; bits < 16 && value >= 0; bits++) {
            others.add(replaced(token, position, ALPHABET.charAt(value ^ bits)));
        }
        return others;
    }

    private static String replaced(String token, int position, char other) {
        return token.substring(0, position) + other + token.substring(position + 1);
    }
}

package dev.usher.cli;

/** Text from a database, made safe for a terminal. */
final class Printable {

    private Printable() {}

    /** Control and format characters, which could move the cursor or hide text, become question marks. */
    static String of(String text) {
        int[] visible = text.codePoints()
                .map(c -> Character.isISOControl(c) || isInvisible(c) ? '?' : c)
                .toArray();
        return new String(visible, 0, visible.length);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}

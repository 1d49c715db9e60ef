package dev.usher.schema;

/**
 * Which text both engines keep as it is. PostgreSQL throws on U+0000, and every driver turns half a surrogate pair into
 * a question mark, which is another text.
 */
public final class Text {

    private Text() {}

    /** Whether text can be stored, and looked for, unchanged. */
    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && isWellFormed(text);
    }

    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** For error messages: control characters and broken surrogates as question marks. */
    static String printable(String text) {
        int[] visible = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .toArray();
        return new String(visible, 0, visible.length);
    }
}

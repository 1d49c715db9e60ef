package dev.usher.schema;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a live column's type will do for what its description says. */
final class LiveType {

    private static final Pattern VARCHAR = Pattern.compile("character varying\\((\\d+)\\)");

    private LiveType() {}

    static boolean isGood(Column wanted, LiveTable.LiveColumn live, Dialect dialect) {
        String declared = wanted.role() == Column.Role.GENERATED_KEY && dialect == Dialect.SQLITE
                ? "integer"
                : wanted.type().plainlyDeclaredOn(dialect);
        return switch (dialect) {
            case SQLITE -> affinity(declared).equals(affinity(live.type()));
            case POSTGRESQL -> isAsWide(inFull(declared), live.type());
        };
    }

    /** How PostgreSQL's catalogue spells a declared type. */
    private static String inFull(String declared) {
        return declared.replaceFirst("^varchar", "character varying")
                .replaceFirst("^timestamptz$", "timestamp with time zone");
    }

    /** Text may be longer than Usher needs it. */
    private static boolean isAsWide(String wanted, String live) {
        Matcher wantedText = VARCHAR.matcher(wanted);
        if (!wantedText.matches()) {
            return live.equals(wanted);
        }
        Matcher liveText = VARCHAR.matcher(live);
        return live.equals("text")
                || live.equals("character varying")
                || (liveText.matches() && Integer.parseInt(liveText.group(1)) >= Integer.parseInt(wantedText.group(1)));
    }

    /**
     * SQLite keeps of a declared type no more than this. INTEGER and NUMERIC treat alike what Usher stores.
     *
     * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">Column affinity</a>
     */
    static String affinity(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return "NUMERIC";
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return "TEXT";
        }
        if (type.contains("BLOB") || type.isEmpty()) {
            return "BLOB";
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? "REAL" : "NUMERIC";
    }
}

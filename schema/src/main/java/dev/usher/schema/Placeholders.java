package dev.usher.schema;

import dev.usher.schema.UserSchema.TokenTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of the placeholders in Usher's migrations. Names stand there between double quotes, alone or as part of a
 * constraint's name, so that quotes inside of them are doubled here.
 */
final class Placeholders {

    private static final String PREFIX = "usher_";

    private Placeholders() {}

    static Map<String, String> of(UserSchema schema, Dialect dialect) {
        Map<String, String> values = new TreeMap<>();
        for (BaseColumn column : BaseColumn.values()) {
            values.put(PREFIX + column.defaultName(), escaped(schema.name(column)));
        }
        for (TokenTable table : TokenTable.values()) {
            values.put(PREFIX + table.defaultName(), escaped(schema.name(table)));
        }
        values.put(PREFIX + "users", escaped(schema.users().name()));
        schema.tables().forEach(Placeholders::refuseCutNames);
        boolean generated = schema.idType().isGeneratedByDatabase();
        String type = schema.idType().columnType().declaredOn(dialect);
        values.put(PREFIX + "id_type", generated ? CreateTable.generatedType(dialect) : type);
        values.put(PREFIX + "user_id_type", type);
        if (dialect == Dialect.SQLITE) {
            values.put(PREFIX + "autoincrement", generated ? " AUTOINCREMENT" : "");
        }
        return values;
    }

    private static String escaped(Identifier name) {
        String quoted = name.quoted();
        return quoted.substring(1, quoted.length() - 1);
    }

    /** create() shortens such names and tells them apart by a hash; SQL in a file cannot. */
    private static void refuseCutNames(Table table) {
        String longest = table.name().name() + "_" + longestMember(table) + "_check";
        if (!table.name().derived("_" + longestMember(table) + "_check").name().equals(longest)) {
            throw new IllegalArgumentException("names of constraints would be cut, e.g. " + longest
                    + ": give the table a shorter name, or write its migration yourself");
        }
    }

    private static String longestMember(Table table) {
        return table.columns().stream()
                .map(column -> column.name().name())
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    }
}

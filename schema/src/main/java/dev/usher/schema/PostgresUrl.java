package dev.usher.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a PostgreSQL URL after its scheme: {@code //user:password@host:port/database?settings}. */
final class PostgresUrl {

    /** Several hosts may be given, separated by commas; an IPv6 address stands in brackets. */
    private static final Pattern SHAPE =
            Pattern.compile("//((?<user>[^:/?@]*)(:(?<password>[^/?@]*))?@)?(?<place>[\\w.,:\\[\\]-]*(/[^?@]*)?)"
                    + "(\\?(?<settings>.*))?");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private PostgresUrl() {}

    static DatabaseUrl parse(String rest) {
        Matcher parts = SHAPE.matcher(rest);
        if (!parts.matches()) {
            throw malformed();
        }
        Map<String, String> credentials = new HashMap<>();
        String settings = withoutCredentials(parts.group("settings"), credentials);
        if (settings.contains("@")) {
            throw malformed();
        }
        put(credentials, "user", parts.group("user"));
        put(credentials, "password", parts.group("password"));
        String url = "jdbc:postgresql://" + parts.group("place") + settings;
        return new DatabaseUrl(Dialect.POSTGRESQL, url, credentials.get("user"), credentials.get("password"));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a PostgreSQL URL is postgresql://user:password@host:5432/database, with"
                + " '@', ':', '/', '?' and '%' in user and password percent-encoded");
    }

    private static String withoutCredentials(@Nullable String settings, Map<String, String> credentials) {
        List<String> kept = new ArrayList<>();
        for (String setting : settings == null ? new String[0] : settings.split("&", -1)) {
            String name = setting.replaceFirst("=.*", "");
            String value = setting.substring(Math.min(name.length() + 1, setting.length()));
            if (name.equals("user") || name.equals("password")) {
                credentials.put(name, decode(value));
            } else {
                kept.add(name.equals("ssl") && SSL_MODES.contains(value) ? "sslmode=" + value : setting);
            }
        }
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    /** A plus sign is a blank among the settings only. */
    private static void put(Map<String, String> credentials, String name, @Nullable String encoded) {
        if (encoded != null && !encoded.isEmpty()) {
            credentials.put(name, decode(encoded.replace("+", "%2B")));
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // not chained: its message repeats the text
            throw new IllegalArgumentException("user or password of a database URL are not percent-encoded rightly");
        }
    }
}

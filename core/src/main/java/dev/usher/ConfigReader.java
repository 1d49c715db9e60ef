package dev.usher;

import dev.usher.CookieSettings.SameSite;
import dev.usher.oauth.OAuthSettings;
import dev.usher.password.PasswordSettings;
import dev.usher.spi.Secret;
import dev.usher.token.JwtAlgorithm;
import dev.usher.token.JwtKeys;
import dev.usher.token.JwtSettings;
import dev.usher.token.OpaqueStrategy;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns text by key into a {@link UsherConfig}; every error names its key and says what to do. */
final class ConfigReader {

    private static final System.Logger LOG = System.getLogger("dev.usher.config");
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private final Map<String, String> settings;

    ConfigReader(Map<String, String> settings) {
        this.settings = settings;
    }

    UsherConfig read() {
        warnOfUnknownKeys();
        KeyReader keys =
                new KeyReader(this::text, value(ConfigKey.DEV, "true or false", ConfigReader::strictBoolean, false));
        List<Secret> secrets = keys.secrets();
        return new UsherConfig(
                secrets.get(0),
                secrets.subList(1, secrets.size()),
                value(ConfigKey.REQUIRE_VERIFICATION, "true or false", ConfigReader::strictBoolean, false),
                registration(),
                passwords(),
                jwt(keys.jwtKeys(algorithm(), secrets)),
                duration(ConfigKey.OPAQUE_LIFETIME, OpaqueStrategy.DEFAULT_LIFETIME),
                cookie(),
                origins(),
                duration(ConfigKey.RESET_LIFETIME, ONE_HOUR),
                duration(ConfigKey.VERIFY_LIFETIME, ONE_HOUR),
                oauth());
    }

    private OAuthSettings oauth() {
        return new OAuthSettings(
                duration(ConfigKey.OAUTH_LIFETIME, ONE_HOUR),
                value(ConfigKey.OAUTH_ASSOCIATE_BY_EMAIL, "true or false", ConfigReader::strictBoolean, false),
                publicOrigin().orElse(null));
    }

    private Optional<String> publicOrigin() {
        return value(
                ConfigKey.PUBLIC_URL,
                "a URL such as https://example.org",
                text -> Optional.of(Origins.origin(text)),
                Optional.empty());
    }

    private Registration registration() {
        return new Registration(
                value(ConfigKey.REGISTRATION_MODE, "open or closed", ConfigReader::isOpen, true),
                list(ConfigKey.REGISTRATION_DOMAINS, List.of()));
    }

    private static boolean isOpen(String text) {
        return switch (text) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private CookieSettings cookie() {
        return new CookieSettings(
                text(ConfigKey.COOKIE_NAME).orElse(null),
                text(ConfigKey.COOKIE_PATH).orElse("/"),
                text(ConfigKey.COOKIE_DOMAIN).orElse(null),
                value(ConfigKey.COOKIE_SECURE, "true or false", ConfigReader::strictBoolean, true),
                value(ConfigKey.COOKIE_SAME_SITE, "lax, strict or none", SameSite::of, SameSite.LAX));
    }

    private Origins origins() {
        Set<String> trusted = new HashSet<>(value(
                ConfigKey.TRUSTED_ORIGINS,
                "a comma-separated list of origins such as https://app.example.org",
                text -> items(text).map(Origins::origin).toList(),
                List.of()));
        publicOrigin().ifPresent(trusted::add);
        return new Origins(
                trusted, value(ConfigKey.COOKIE_STRICT_ORIGIN, "true or false", ConfigReader::strictBoolean, false));
    }

    private PasswordSettings passwords() {
        PasswordSettings defaults = PasswordSettings.defaults();
        return new PasswordSettings(
                number(ConfigKey.PASSWORD_MIN_LENGTH, defaults.minLength()),
                list(ConfigKey.PASSWORD_FORMATS, defaults.formats()),
                number(ConfigKey.PASSWORD_MAX_CONCURRENT, defaults.maxConcurrent()),
                number(ConfigKey.PASSWORD_MAX_QUEUED, defaults.maxQueued()),
                duration(ConfigKey.PASSWORD_MAX_WAIT, defaults.maxWait()));
    }

    private JwtSettings jwt(JwtKeys keys) {
        return new JwtSettings(
                keys,
                duration(ConfigKey.JWT_LIFETIME, JwtSettings.DEFAULT_LIFETIME),
                list(ConfigKey.JWT_AUDIENCE, JwtSettings.DEFAULT_AUDIENCE),
                text(ConfigKey.JWT_ISSUER).orElse(null));
    }

    private JwtAlgorithm algorithm() {
        return value(
                ConfigKey.JWT_ALGORITHM, "HS256, RS256, ES256 or EdDSA", JwtAlgorithm::valueOf, JwtAlgorithm.HS256);
    }

    private Duration duration(ConfigKey key, Duration fallback) {
        return value(key, "an ISO 8601 duration such as PT1H or PT30M", Duration::parse, fallback);
    }

    private int number(ConfigKey key, int fallback) {
        return value(key, "a whole number", Integer::valueOf, fallback);
    }

    private List<String> list(ConfigKey key, List<String> fallback) {
        return value(key, "a comma-separated list", ConfigReader::itemsAtLeastOne, fallback);
    }

    private static List<String> itemsAtLeastOne(String text) {
        List<String> items = items(text).toList();
        if (items.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return items;
    }

    private static Stream<String> items(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty());
    }

    private static boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private <T> T value(ConfigKey key, String form, Function<String, T> parse, T fallback) {
        Optional<String> text = text(key);
        try {
            return text.map(parse).orElse(fallback);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    key.key() + " must be " + form + ", but is '" + text.orElse("") + "'", e);
        }
    }

    private Optional<String> text(ConfigKey key) {
        return Optional.ofNullable(settings.get(key.key())).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void warnOfUnknownKeys() {
        settings.keySet().stream()
                .filter(key -> key.startsWith("usher.") && ConfigKey.of(key).isEmpty())
                .sorted()
                .forEach(key -> LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} is not a key of Usher and has no effect; did you mean {1}?",
                        key,
                        nearest(key)));
    }

    private static String nearest(String unknown) {
        return Arrays.stream(ConfigKey.values())
                .map(ConfigKey::key)
                .min(Comparator.comparingInt(key -> editDistance(unknown, key)))
                .orElseThrow();
    }

    private static int editDistance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}

package dev.usher.rest.wiring;

import dev.usher.ConfigKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application's configuration by key: MicroProfile Config where there is one, else system properties and environment. */
final class Settings {

    private Settings() {}

    static Map<String, String> current() {
        return hasMicroProfileConfig() ? MicroProfile.read() : read(Settings::fromSystem);
    }

    private static boolean hasMicroProfileConfig() {
        try {
            Class.forName("org.eclipse.microprofile.config.ConfigProvider", false, Settings.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Map<String, String> read(Function<String, Optional<String>> source) {
        Map<String, String> settings = new HashMap<>();
        for (ConfigKey key : ConfigKey.values()) {
            source.apply(key.key()).ifPresent(value -> settings.put(key.key(), value));
        }
        return settings;
    }

    private static Optional<String> fromSystem(String key) {
        return Optional.ofNullable(System.getProperty(key)).or(() -> Optional.ofNullable(System.getenv(variable(key))));
    }

    /** The variable of the environment for a key; {@code usher.a-b} and {@code usher.a.b} have the same. */
    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Loaded only where the API is. */
    private static final class MicroProfile {

        static Map<String, String> read() {
            Config config = ConfigProvider.getConfig();
            Map<String, String> settings = Settings.read(key -> config.getOptionalValue(key, String.class));
            for (String name : config.getPropertyNames()) {
                if (name.startsWith("usher.") && !isGuessedFromTheEnvironment(name)) {
                    settings.computeIfAbsent(name, any -> config.getOptionalValue(any, String.class)
                            .orElse(""));
                }
            }
            return settings;
        }

        /** A variable does not tell dots from hyphens: MicroProfile lists {@code USHER_A_B} as {@code usher.a.b}. */
        private static boolean isGuessedFromTheEnvironment(String name) {
            return System.getenv(variable(name)) != null
                    && Arrays.stream(ConfigKey.values())
                            .map(ConfigKey::key)
                            .anyMatch(key -> !key.equals(name) && variable(key).equals(variable(name)));
        }
    }
}

package dev.usher.cli;

import dev.usher.ConfigKey;
import dev.usher.UsherConfig;
import dev.usher.spi.Secret;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The settings that decide about passwords. The command line issues no tokens, so its secret is anything. */
final class PasswordConfig {

    private PasswordConfig() {}

    static UsherConfig read(Settings settings) {
        Map<String, String> values = new HashMap<>();
        for (ConfigKey key : ConfigKey.values()) {
            if (key.key().startsWith("usher.password.")) {
                settings.find(key.key()).ifPresent(value -> values.put(key.key(), value));
            }
        }
        byte[] random = new byte[Secret.MIN_BYTES];
        new SecureRandom().nextBytes(random);
        values.put(ConfigKey.SECRET.key(), HexFormat.of().formatHex(random));
        return UsherConfig.from(values);
    }
}

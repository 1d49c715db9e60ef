package dev.usher;

import dev.usher.spi.Secret;
import dev.usher.token.JwtAlgorithm;
import dev.usher.token.JwtKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what must not be shown: secrets and keys. No error repeats a value, nor has a cause that might. */
final class KeyReader {

    private static final System.Logger LOG = System.getLogger("dev.usher.config");
    private static final String HOW_TO_SET_A_SECRET =
            "Set it to at least 32 random bytes, e.g.: export USHER_SECRET=\"$(openssl rand -base64 48)\"";
    private static final String HOW_TO_LIST_SECRETS =
            "List what usher.secret was before, separated by commas; a secret with a comma in it cannot be listed";

    private final Function<ConfigKey, Optional<String>> text;
    private final boolean development;

    /**
     * Opens a reader.
     *
     * @param text the value of a key, where it has one
     * @param development whether a missing secret is made up
     */
    KeyReader(Function<ConfigKey, Optional<String>> text, boolean development) {
        this.text = text;
        this.development = development;
    }

    /** The master secret, then those before it. */
    List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(List.of(secret()));
        items(ConfigKey.PREVIOUS_SECRETS)
                .map(previous -> secret(ConfigKey.PREVIOUS_SECRETS, previous, HOW_TO_LIST_SECRETS))
                .forEach(secrets::add);
        return secrets;
    }

    private Secret secret() {
        Optional<String> given = text.apply(ConfigKey.SECRET);
        if (given.isPresent()) {
            return secret(ConfigKey.SECRET, given.get(), HOW_TO_SET_A_SECRET);
        }
        if (!development) {
            throw new IllegalArgumentException("usher.secret is not set. " + HOW_TO_SET_A_SECRET);
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "usher.secret is not set; because of usher.dev=true one was made for this run, so every token ends with"
                        + " this process. " + HOW_TO_SET_A_SECRET);
        byte[] random = new byte[Secret.MIN_BYTES];
        new SecureRandom().nextBytes(random);
        return Secret.of(Base64.getEncoder().encodeToString(random));
    }

    private static Secret secret(ConfigKey key, String value, String whatToDo) {
        try {
            return Secret.of(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key.key() + " is too short: " + e.getMessage() + ". " + whatToDo, e);
        }
    }

    /** What signs access tokens, and what verifies them. */
    JwtKeys jwtKeys(JwtAlgorithm algorithm, List<Secret> secrets) {
        JwtKeys keys = algorithm == JwtAlgorithm.HS256 ? derived(secrets) : pairs(algorithm);
        return text.apply(ConfigKey.JWT_LEGACY_SECRET).map(keys::andLegacy).orElse(keys);
    }

    private JwtKeys derived(List<Secret> secrets) {
        for (ConfigKey key : List.of(ConfigKey.JWT_PRIVATE_KEY, ConfigKey.JWT_PREVIOUS_KEYS)) {
            if (text.apply(key).isPresent()) {
                throw new IllegalArgumentException(key.key() + " is set, but usher.jwt.algorithm is HS256, which uses"
                        + " none: set usher.jwt.algorithm to RS256, ES256 or EdDSA, or leave out " + key.key());
            }
        }
        return JwtKeys.of(secrets);
    }

    private JwtKeys pairs(JwtAlgorithm algorithm) {
        String privateKey = text.apply(ConfigKey.JWT_PRIVATE_KEY).orElse("");
        return JwtKeys.of(algorithm, pem(ConfigKey.JWT_PRIVATE_KEY, privateKey), previousKeys());
    }

    private List<String> previousKeys() {
        String given = text.apply(ConfigKey.JWT_PREVIOUS_KEYS).orElse("");
        return isPem(given)
                ? List.of(given)
                : items(ConfigKey.JWT_PREVIOUS_KEYS)
                        .map(path -> pem(ConfigKey.JWT_PREVIOUS_KEYS, path))
                        .toList();
    }

    private static String pem(ConfigKey key, String value) {
        if (value.isEmpty() || isPem(value)) {
            return value;
        }
        try {
            return Files.readString(Path.of(value));
        } catch (IOException | InvalidPathException e) {
            // A key without its first line would be taken for a path: neither it nor its exception may be shown.
            throw new IllegalArgumentException(
                    key.key() + " has no -----BEGIN, so that it is taken for the path of a PEM"
                            + " file, and no such file can be read: give the whole text of the file, or its path");
        }
    }

    private static boolean isPem(String value) {
        return value.contains("-----BEGIN");
    }

    private Stream<String> items(ConfigKey key) {
        return text.apply(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }
}

package dev.usher.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values by configuration key, found where MicroProfile Config finds them.
 *
 * @param properties system properties, which win
 * @param environment {@code usher.datasource.url} is {@code USHER_DATASOURCE_URL} there
 */
record Settings(Map<String, String> properties, Map<String, String> environment) {

    static Settings ofProcess() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
        return new Settings(properties, System.getenv());
    }

    /** The value without blanks around it; empty if there is none, or nothing else in it. */
    Optional<String> find(String key) {
        String underscored = key.replaceAll("[^A-Za-z0-9]", "_");
        return Stream.of(
                        properties.get(key),
                        environment.get(key),
                        environment.get(underscored),
                        environment.get(underscored.toUpperCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** A variable of the environment, to the letter: for what must not be among a process' arguments. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}

package dev.usher.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON as an application may store it: an object of texts without escapes. */
@Converter
final class JsonText implements AttributeConverter<@Nullable Map<String, String>, @Nullable String> {

    private static final Pattern MEMBER = Pattern.compile("\"([^\"]*)\":\"([^\"]*)\"");

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> value) {
        return value == null
                ? null
                : new TreeMap<>(value)
                        .entrySet().stream()
                                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public @Nullable Map<String, String> convertToEntityAttribute(@Nullable String stored) {
        return stored == null
                ? null
                : MEMBER.matcher(stored)
                        .results()
                        .collect(Collectors.toMap((MatchResult m) -> m.group(1), m -> m.group(2)));
    }
}

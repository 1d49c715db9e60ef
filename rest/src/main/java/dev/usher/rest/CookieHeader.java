package dev.usher.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser sends in {@code Cookie}, taken apart as it was put together: pairs between semicolons, nothing else (RFC
 * 6265 section 5.4). Runtimes still read quotes, commas and {@code $Version} of RFC 2109, so that the value of one cookie
 * could pass for another cookie.
 */
final class CookieHeader {

    private CookieHeader() {}

    /**
     * The one value of a cookie.
     *
     * @param lines every {@code Cookie} header of a request
     * @param name as it was set; its case counts
     * @return empty also where there are several values: which of them the server had set cannot be told
     */
    static Optional<String> find(List<String> lines, String name) {
        String start = name + "=";
        Set<String> values = lines.stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(CookieHeader::trimmed)
                .filter(pair -> pair.startsWith(start))
                .map(pair -> pair.substring(start.length()))
                .collect(Collectors.toSet());
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    /** Without the blanks and tabs at its ends. */
    private static String trimmed(String pair) {
        int start = 0;
        int end = pair.length();
        while (start < end && isBlank(pair.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(pair.charAt(end - 1))) {
            end--;
        }
        return pair.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}

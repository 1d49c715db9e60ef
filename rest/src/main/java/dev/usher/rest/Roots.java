package dev.usher.rest;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The paths of Usher's own resource classes: what lies below them is Usher's, all else is the application's. */
final class Roots {

    private final Set<String> paths = new CopyOnWriteArraySet<>();

    void add(String path) {
        paths.add(trimmed(path));
    }

    /** Whether a request's path is one of them or below, whatever matrix parameters its segments have. */
    boolean isAbove(String path) {
        String trimmed = trimmed(path.replaceAll(";[^/]*", ""));
        return paths.stream().anyMatch(root -> trimmed.equals(root) || trimmed.startsWith(root + "/"));
    }

    /** Without slashes at the ends, because runtimes differ in whether a path starts with one. */
    private static String trimmed(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(start, end);
    }
}

package dev.usher.rest;

import dev.usher.token.TokenStrategy;
import java.util.regex.Pattern;

record NamedBackend(String name, Transport transport, TokenStrategy strategy) implements AuthenticationBackend {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

    NamedBackend {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of an authentication backend is a path segment of lower-case"
                    + " letters, digits, - and _, not '" + name + "'");
        }
    }
}

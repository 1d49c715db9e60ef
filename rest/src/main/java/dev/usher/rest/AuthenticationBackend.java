package dev.usher.rest;

import dev.usher.token.TokenStrategy;

/** One way to be signed in: a transport that carries tokens and a strategy that makes them, under a name. */
public interface AuthenticationBackend {

    /** The segment in {@code /auth/{name}/login}. */
    String name();

    Transport transport();

    TokenStrategy strategy();

    /**
     * Combines a transport and a strategy.
     *
     * @param name lower-case letters, digits, {@code -} and {@code _}
     * @throws IllegalArgumentException if the name is of another form
     */
    static AuthenticationBackend of(String name, Transport transport, TokenStrategy strategy) {
        return new NamedBackend(name, transport, strategy);
    }
}

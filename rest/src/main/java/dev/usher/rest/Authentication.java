package dev.usher.rest;

import dev.usher.User;
import dev.usher.token.TokenSubject;
import java.util.List;

/**
 * Who presented a good token, and every token the request presents that could be good.
 *
 * @param user whose the first good one is; she may be inactive
 * @param backend which it was presented to
 * @param tokens all of them, in the order of the backends
 */
record Authentication(User<?> user, AuthenticationBackend backend, List<TokenSubject> tokens) {}

package dev.usher.rest;

import dev.usher.User;
import dev.usher.token.TokenSubject;
import java.util.List;

/**
 * Who presented a good token, and every good token the request presents.
 *
 * @param user whose the first of them is; she may be inactive
 * @param tokens all of them, in the order of the backends
 */
record Authentication(User<?> user, List<TokenSubject> tokens) {}

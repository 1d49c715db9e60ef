package dev.usher;

import dev.usher.token.FlowSubject;
import dev.usher.token.FlowTokens;
import java.util.Optional;

/**
 * The tokens of one flow as they are mailed to users and come back, bound to what a user is when they are issued: after a
 * change of her token version or her address they are nothing.
 */
final class MailedTokens<U extends User<ID>, ID> {

    private final FlowTokens tokens;
    private final UserDatabase<U, ID> users;

    MailedTokens(FlowTokens tokens, UserDatabase<U, ID> users) {
        this.tokens = tokens;
        this.users = users;
    }

    /** Issues a token. */
    String issue(U user) {
        return tokens.issue(subject(user));
    }

    /** The user a token was issued for, while it is bound to what she is. */
    Optional<U> find(String token) {
        return tokens.read(token).flatMap(subject -> users.parseId(subject.userId())
                .flatMap(users::findById)
                .filter(user -> subject(user).equals(subject)));
    }

    private static FlowSubject subject(User<?> user) {
        return new FlowSubject(
                String.valueOf(user.id()), user.tokenVersion(), user.email().value());
    }
}

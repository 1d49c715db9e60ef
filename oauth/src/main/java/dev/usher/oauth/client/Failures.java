package dev.usher.oauth.client;

import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthException.Reason;
import java.net.ConnectException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * How it is told that a sign-in comes to nothing. What came from the other side stays out of messages and causes, because
 * it may hold a code, a token or what belongs to a user.
 */
final class Failures {

    private Failures() {}

    static OAuthException failed(String why) {
        return new OAuthException(Reason.PROVIDER_FAILED, why);
    }

    static OAuthException refused(String why) {
        return new OAuthException(Reason.CODE_REFUSED, why);
    }

    /** Causes are passed on where they arise before anything is sent; the messages of others may quote an answer. */
    static OAuthException unreachable(String where, Throwable cause) {
        String why = where + " cannot be asked: " + cause.getClass().getSimpleName();
        return cause instanceof ConnectException || cause instanceof SSLException
                ? new OAuthException(Reason.PROVIDER_FAILED, why, cause)
                : failed(why);
    }

    /** A failure that was told here already, and wrapped on its way. */
    static Optional<OAuthException> found(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(OAuthException.class::isInstance)
                .map(OAuthException.class::cast)
                .findFirst();
    }
}

package dev.usher.oauth;

/** Why a sign-in at a provider comes to nothing. The message tells an operator more, and holds no code and no token. */
public final class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Whose fault it is. */
    public enum Reason {
        /** The state is absent, forged or of another use. */
        STATE_UNREADABLE,
        /** The state has expired. */
        STATE_EXPIRED,
        /** The state belongs to another browser, another user or another provider, or was used before. */
        STATE_INVALID,
        /** The provider does not take the code. */
        CODE_REFUSED,
        /** The provider cannot be reached in time, or answers what cannot be trusted. */
        PROVIDER_FAILED
    }

    public OAuthException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public OAuthException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Whose fault it is. */
    public Reason reason() {
        return reason;
    }
}

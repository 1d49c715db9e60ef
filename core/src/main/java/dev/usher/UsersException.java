package dev.usher;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A use case was refused and left nothing behind. The only exception that Usher's own contract knows.
 *
 * <p>It carries no stack trace unless it has a cause, because refusals are ordinary answers. Neither code nor reason
 * nor message contains a password or a token.
 */
public final class UsersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Reason reason;

    private UsersException(ErrorCode code, @Nullable Reason reason, @Nullable Throwable cause) {
        super(reason == null ? code.name() : code.name() + ": " + reason.text(), cause, true, cause != null);
        this.code = code;
        this.reason = reason;
    }

    public UsersException(ErrorCode code) {
        this(code, null, null);
    }

    /**
     * Refuses with a reason for the client.
     *
     * @param reason a sentence that says what to do; it must not contain what the client sent
     */
    public UsersException(ErrorCode code, String reason) {
        this(code, new Reason(reason));
    }

    UsersException(ErrorCode code, Reason reason) {
        this(code, reason, null);
    }

    /** Refuses because of a failure beneath, which is kept for the log and never sent to the client. */
    public UsersException(ErrorCode code, Throwable cause) {
        this(code, null, cause);
    }

    public ErrorCode code() {
        return code;
    }

    /** The sentence for the client, where there is one; English if it is Usher's own. */
    public Optional<String> reason() {
        return translatableReason().map(Reason::text);
    }

    /** The same for who can say it in the client's language. */
    public Optional<Reason> translatableReason() {
        return Optional.ofNullable(reason);
    }
}

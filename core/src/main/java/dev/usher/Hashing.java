package dev.usher;

import dev.usher.password.Passwords;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The passwords of the use cases: where too many are hashed at once, the use case is refused with 503. */
final class Hashing {

    private final Passwords passwords;

    Hashing(Passwords passwords) {
        this.passwords = passwords;
    }

    String hash(String password) {
        return orRefuse(() -> passwords.hash(password));
    }

    Passwords.Check check(String password, String hash) {
        return orRefuse(() -> passwords.check(password, hash));
    }

    /** Costs what a check costs; one text for all spellings of a login, so that all of an unknown one cost the same. */
    void burn(String password, String login) {
        String canonical = Email.parse(login).map(Email::value).orElse(login);
        orRefuse(() -> {
            passwords.burn(password, canonical);
            return canonical;
        });
    }

    /** Why the format cannot take a password, if it cannot. */
    Optional<Reason> tooLong(String password) {
        int most = passwords.maxPasswordBytes();
        return password.getBytes(StandardCharsets.UTF_8).length > most
                ? Optional.of(Reason.tooLong(most))
                : Optional.empty();
    }

    private static <T> T orRefuse(Supplier<T> work) {
        try {
            return work.get();
        } catch (RejectedExecutionException e) {
            throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }
}

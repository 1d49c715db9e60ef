package dev.usher;

import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.token.FlowTokens;
import dev.usher.token.TokenSubject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Every use case of a user's life: the one class that an application extends to change what its users may do.
 *
 * <p>Each use case happens wholly or not at all. No password is hashed and no event that sends mail is fired while
 * Usher holds a transaction open. No method logs, keeps or passes on a plain-text password.
 *
 * <p>Policy is overridden ({@link #validatePassword}, {@link #findByLogin}), reactions are observed ({@link UserEvent}).
 * In CDI a subclass is an application-scoped bean; without a container use the public constructor. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public class UserManager<U extends User<ID>, ID> {

    private static final String RESET_AUDIENCE = "fastapi-users:reset";
    private static final String VERIFY_AUDIENCE = "fastapi-users:verify";
    private static final int MAX_ATTEMPTS = 10;
    private static final int PURGE_BATCH = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private UserDatabase<U, ID> users;
    private RevokedTokenDatabase<U, ID> revokedTokens;
    private UserServices services;
    private MailedTokens<U, ID> resetTokens;
    private MailedTokens<U, ID> verifyTokens;

    /** For CDI, which calls {@link #initialize} afterwards, or makes a proxy that needs no more. */
    @SuppressWarnings("NullAway.Init")
    protected UserManager() {}

    /** For use without a container. */
    @SuppressWarnings({"NullAway.Init", "this-escape"})
    public UserManager(UserDatabase<U, ID> users, RevokedTokenDatabase<U, ID> revokedTokens, UserServices services) {
        initialize(users, revokedTokens, services);
    }

    /** Receives what the manager works with; called once, by the constructor or by CDI. */
    @Inject
    protected void initialize(
            UserDatabase<U, ID> users, RevokedTokenDatabase<U, ID> revokedTokens, UserServices services) {
        UsherConfig config = services.config();
        this.users = users;
        this.revokedTokens = revokedTokens;
        this.services = services;
        this.resetTokens = mailedTokens(RESET_AUDIENCE, config.resetLifetime());
        this.verifyTokens = mailedTokens(VERIFY_AUDIENCE, config.verifyLifetime());
    }

    private MailedTokens<U, ID> mailedTokens(String audience, Duration lifetime) {
        return new MailedTokens<>(
                new FlowTokens(services.config().secret(), audience, lifetime, services.clock()), users);
    }

    /** Finds a user by primary key. */
    public Optional<U> find(ID id) {
        return users.findById(id);
    }

    /**
     * Gets a user by primary key.
     *
     * @throws NoSuchElementException if there is none
     */
    public U get(ID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no user has this id"));
    }

    /** Finds a user by address. */
    public Optional<U> findByEmail(Email email) {
        return users.findByEmail(email);
    }

    /**
     * Creates an account: active, not verified, no superuser.
     *
     * <p>Of any number of concurrent registrations of one address, in whatever spelling, exactly one succeeds. Fires
     * {@link UserEvent.Registering} inside the transaction and {@link UserEvent.Registered} after it.
     *
     * @param password plain text, judged by {@link #validatePassword} before anything else
     * @param details fills the application's own fields of the new user
     * @return the user as stored
     * @throws UsersException {@code REGISTER_INVALID_PASSWORD} with a reason; {@code REGISTER_USER_ALREADY_EXISTS};
     *     {@code SERVICE_UNAVAILABLE}; whatever an observer of {@code Registering} throws
     */
    public U register(Email email, String password, Consumer<? super U> details) {
        U user = users.newUser();
        details.accept(user);
        user.email(email);
        user.active(true);
        user.superuser(false);
        user.verified(false);
        requireValid(password, user, ErrorCode.REGISTER_INVALID_PASSWORD);
        user.hashedPassword(hash(password));
        user.tokenVersion(1 + RANDOM.nextInt(Integer.MAX_VALUE / 2));
        user.createdAt(now());
        user.updatedAt(user.createdAt());
        return services.transactions().inTransaction(() -> insert(user));
    }

    private U insert(U user) {
        services.events().fire(new UserEvent.Registering(user));
        if (!users.insert(user)) {
            throw new UsersException(ErrorCode.REGISTER_USER_ALREADY_EXISTS);
        }
        afterCommit(new UserEvent.Registered(user));
        return user;
    }

    /**
     * Checks a password. Unknown users, wrong passwords and inactive users cost the same and look the same.
     *
     * <p>A hash in an outdated form is replaced, unless the row was changed meanwhile.
     *
     * @param login what she typed to name herself, usually her address in any spelling
     * @param password plain text
     * @return the active user whose password it is
     * @throws UsersException {@code SERVICE_UNAVAILABLE}
     */
    public Optional<U> authenticate(String login, String password) {
        Optional<U> found = findByLogin(login);
        if (found.isEmpty()) {
            return hashing(() -> burn(password, canonical(login)));
        }
        U user = found.get();
        var check = hashing(() -> services.passwords().check(password, user.hashedPassword()));
        if (!check.matches() || !user.active()) {
            return Optional.empty();
        }
        if (check.needsUpgrade()) {
            upgradeHash(user, hash(password));
        }
        return Optional.of(user);
    }

    /** One text for all spellings of a login, so that all of an unknown one cost the same. */
    private static String canonical(String login) {
        return Email.parse(login).map(Email::value).orElse(login);
    }

    private Optional<U> burn(String password, String login) {
        services.passwords().burn(password, login);
        return Optional.empty();
    }

    private void upgradeHash(U user, String hash) {
        user.hashedPassword(hash);
        services.transactions().inTransaction(() -> users.update(user));
    }

    /**
     * Signs a user in: {@link #authenticate}, then the rule on verified addresses. Fires {@link UserEvent.LoggedIn}.
     *
     * @throws UsersException {@code LOGIN_BAD_CREDENTIALS}; {@code LOGIN_USER_NOT_VERIFIED}, only after the right
     *     password; {@code SERVICE_UNAVAILABLE}
     */
    public U login(String login, String password) {
        U user = authenticate(login, password).orElseThrow(() -> new UsersException(ErrorCode.LOGIN_BAD_CREDENTIALS));
        if (services.config().requireVerification() && !user.verified()) {
            throw new UsersException(ErrorCode.LOGIN_USER_NOT_VERIFIED);
        }
        afterCommit(new UserEvent.LoggedIn(user));
        return user;
    }

    /**
     * Finds the user a token was issued for, unless the token was revoked or her token version has moved on. One round
     * trip to the database, no write. The user may be inactive.
     */
    public Optional<U> findByToken(TokenSubject token) {
        return users.parseId(token.userId())
                .flatMap(id -> revokedTokens.findUser(id, token.tokenId()))
                .filter(user -> user.tokenVersion() == token.tokenVersion());
    }

    /** Ends one token; doing so twice changes nothing. */
    public void revoke(TokenSubject token) {
        services.transactions().inTransaction(() -> {
            revokedTokens.revoke(token.tokenId(), token.expiresAt());
            return token;
        });
    }

    /**
     * Forgets revoked tokens that have expired by now, in short transactions. To be called by a timer, e.g. hourly.
     *
     * @return how many went
     */
    public int purgeExpiredTokens() {
        int purged = 0;
        int last;
        do {
            last = services.transactions().inTransaction(() -> revokedTokens.purgeExpired(now(), PURGE_BATCH));
            purged += last;
        } while (last == PURGE_BATCH);
        return purged;
    }

    /**
     * Asks for proof that an address is hers: fires {@link UserEvent.VerificationRequested} if an active, unverified
     * user has it. Neither the answer nor its time tells whether one does.
     */
    public void requestVerify(Email email) {
        Optional<U> user = users.findByEmail(email).filter(each -> each.active() && !each.verified());
        String token = verifyTokens.issue(user);
        user.ifPresent(each -> afterCommitAsync(new UserEvent.VerificationRequested(each, token)));
    }

    /**
     * Takes the proof that an address is hers. Fires {@link UserEvent.Verified}.
     *
     * <p>Of concurrent uses of one token exactly one succeeds. An inactive user can verify.
     *
     * @param token from {@link UserEvent.VerificationRequested}
     * @return the user as stored, verified
     * @throws UsersException {@code VERIFY_USER_BAD_TOKEN}; {@code VERIFY_USER_ALREADY_VERIFIED}
     */
    public U verify(String token) {
        return untilStored(() -> {
            U user = verifyTokens.find(token).orElseThrow(() -> new UsersException(ErrorCode.VERIFY_USER_BAD_TOKEN));
            if (user.verified()) {
                throw new UsersException(ErrorCode.VERIFY_USER_ALREADY_VERIFIED);
            }
            user.verified(true);
            return store(user, new UserEvent.Verified(user));
        });
    }

    /**
     * Starts setting a new password: fires {@link UserEvent.PasswordForgotten} if an active user has the address.
     * Neither the answer nor its time tells whether one does.
     */
    public void forgotPassword(Email email) {
        Optional<U> user = users.findByEmail(email).filter(User::active);
        String token = resetTokens.issue(user);
        user.ifPresent(each -> afterCommitAsync(new UserEvent.PasswordForgotten(each, token)));
    }

    /**
     * Sets a new password and ends all the user's tokens, this one included. Fires {@link UserEvent.PasswordReset}.
     *
     * <p>Of any number of concurrent uses of one token exactly one succeeds. She is not signed in by it.
     *
     * @param token from {@link UserEvent.PasswordForgotten}
     * @param password plain text, judged by {@link #validatePassword}
     * @return the user as stored
     * @throws UsersException {@code RESET_PASSWORD_BAD_TOKEN} if forged, expired or used, or if the user is gone,
     *     inactive, or has changed password or address since; {@code RESET_PASSWORD_INVALID_PASSWORD} with a reason,
     *     the token stays usable; {@code SERVICE_UNAVAILABLE}
     */
    public U resetPassword(String token, String password) {
        requireValid(password, resettable(token), ErrorCode.RESET_PASSWORD_INVALID_PASSWORD);
        String hash = hash(password);
        return untilStored(() -> {
            U user = resettable(token);
            user.hashedPassword(hash);
            endTokens(user);
            return store(user, new UserEvent.PasswordReset(user));
        });
    }

    private U resettable(String token) {
        return resetTokens
                .find(token)
                .filter(User::active)
                .orElseThrow(() -> new UsersException(ErrorCode.RESET_PASSWORD_BAD_TOKEN));
    }

    /**
     * Judges a password before it is hashed; to be overridden. The default asks for the configured length in code
     * points (NIST SP 800-63B section 5.1.1.2). That the password format can take it is checked beforehand, always.
     *
     * @param password plain text; not to be kept
     * @param user whose it shall become, with address and own fields set; perhaps not stored yet
     * @return why it is refused, a sentence for the user that does not contain the password; empty if it is good
     */
    protected Optional<String> validatePassword(String password, U user) {
        int least = services.config().passwords().minLength();
        return password.codePointCount(0, password.length()) < least
                ? Optional.of("Password should be at least " + least + " characters")
                : Optional.empty();
    }

    /** Finds a user by what she types to name herself; to be overridden where that is not the address. */
    protected Optional<U> findByLogin(String login) {
        return Email.parse(login).flatMap(users::findByEmail);
    }

    private void requireValid(String password, U user, ErrorCode refusal) {
        tooLong(password).or(() -> validatePassword(password, user)).ifPresent(reason -> {
            throw new UsersException(refusal, reason);
        });
    }

    private Optional<String> tooLong(String password) {
        int most = services.passwords().maxPasswordBytes();
        return password.getBytes(StandardCharsets.UTF_8).length > most
                ? Optional.of("Password should be at most " + most + " bytes")
                : Optional.empty();
    }

    private String hash(String password) {
        return hashing(() -> services.passwords().hash(password));
    }

    private static <T> T hashing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RejectedExecutionException e) {
            throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE, e);
        }
    }

    private static void endTokens(User<?> user) {
        user.tokenVersion(user.tokenVersion() == Integer.MAX_VALUE ? 1 : user.tokenVersion() + 1);
    }

    /** Tries a read and compare-and-set until nobody came between; each attempt reads and judges anew. */
    private U untilStored(Supplier<Optional<U>> attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<U> stored = attempt.get();
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE);
    }

    /** One short transaction: compare-and-set, and the event if that won. Empty if somebody came between. */
    private Optional<U> store(U user, UserEvent event) {
        user.updatedAt(now());
        return services.transactions().inTransaction(() -> switch (users.update(user)) {
            case UPDATED -> {
                afterCommit(event);
                yield Optional.of(user);
            }
            case STALE -> Optional.empty();
            case EMAIL_TAKEN -> throw new IllegalStateException("an unchanged address cannot be taken");
        });
    }

    private void afterCommit(UserEvent event) {
        services.transactions().afterCommit(() -> services.events().fire(event));
    }

    private void afterCommitAsync(UserEvent event) {
        services.transactions().afterCommit(() -> services.events().fireAsync(event));
    }

    private Instant now() {
        return services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

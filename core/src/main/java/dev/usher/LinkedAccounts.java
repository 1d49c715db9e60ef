package dev.usher;

import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthReturn;
import dev.usher.oauth.OAuthVisit;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The accounts that an application's users have at providers: how they sign in by them, and link them to who they are here.
 *
 * <p>A state is checked and used up before its code is redeemed, and no transaction is open while a provider is spoken to.
 * That an account belongs to one user is decided by the database; user and account come into being in one transaction. A
 * provider's tokens are stored encrypted. Thread-safe.
 *
 * <p>{@link #signIn} and {@link #link} are not to be called in a transaction: it would be held while a provider is spoken
 * to, and over JPA they could not go on after somebody else was first.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public class LinkedAccounts<U extends User<ID>, ID> {

    private static final int MAX_ATTEMPTS = 10;

    private final UserManager<U, ID> manager;
    private final UserDatabase<U, ID> users;
    private final OAuthAccountDatabase<U, ID> accounts;
    private final UserServices services;
    private final UserWrites<U, ID> writes;
    private final OAuthExchange exchange;
    private final SealedAccounts sealedAccounts;

    /**
     * Brings the parts together.
     *
     * @param manager makes the accounts of newcomers
     * @param spentStates remembers which states were used
     */
    public LinkedAccounts(
            UserManager<U, ID> manager,
            UserDatabase<U, ID> users,
            OAuthAccountDatabase<U, ID> accounts,
            RevokedTokenDatabase<U, ID> spentStates,
            UserServices services) {
        this.manager = manager;
        this.users = users;
        this.accounts = accounts;
        this.services = services;
        this.writes = new UserWrites<>(users, services);
        this.exchange = new OAuthExchange(spentStates, services);
        this.sealedAccounts = new SealedAccounts(services.config().secrets());
    }

    /**
     * Where to send a browser.
     *
     * @param visit has a new key
     * @param scopes what to ask for; empty for what signing in needs
     * @throws UsersException {@code OAUTH_PROVIDER_ERROR}
     */
    public URI begin(OAuthProvider provider, OAuthVisit visit, List<String> scopes) {
        return exchange.begin(provider, visit, scopes);
    }

    /**
     * Signs in who comes back from a provider. Fires {@link UserEvent.LoggedIn}.
     *
     * <p>Who has linked the account is the user. Else, where the settings allow it and both sides have verified the
     * address, it is who has the address, and the account is linked to her. Else a new user is registered, without a
     * password, verified if the provider says so; {@link UserManager#admits} is asked. Any number of concurrent first
     * visits make one user.
     *
     * @return an active user
     * @throws UsersException {@code ACCESS_TOKEN_DECODE_ERROR}, {@code ACCESS_TOKEN_ALREADY_EXPIRED},
     *     {@code OAUTH_INVALID_STATE}, {@code OAUTH_INVALID_CODE}, {@code OAUTH_PROVIDER_ERROR},
     *     {@code OAUTH_NOT_AVAILABLE_EMAIL}; {@code OAUTH_USER_ALREADY_EXISTS} if somebody has the address whom this may
     *     not be; {@code LOGIN_BAD_CREDENTIALS} if she is inactive; {@code REGISTER_NOT_ALLOWED};
     *     {@code SERVICE_UNAVAILABLE}; whatever an observer of {@code Registering} throws
     */
    public U signIn(OAuthProvider provider, OAuthVisit visit, OAuthReturn back) {
        OAuthIdentity identity = exchange.redeem(provider, visit, back);
        OAuthAccount account = sealedAccounts.of(provider.name(), identity);
        Email email = Email.of(account.accountEmail());
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<U> user = enter(account, email, identity.emailVerified());
            if (user.isPresent()) {
                writes.afterCommit(new UserEvent.LoggedIn(user.get()));
                return user.get();
            }
        }
        throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE);
    }

    /** Empty if somebody came between. */
    private Optional<U> enter(OAuthAccount account, Email email, boolean emailVerified) {
        Optional<U> linked = accounts.findUser(account.provider(), account.accountId());
        if (linked.isPresent()) {
            U user = requireActive(linked.get());
            return wholly(() -> renew(user, account)) ? linked : Optional.empty();
        }
        Optional<U> owner = users.findByEmail(email);
        if (owner.isPresent()) {
            U user = owner.get();
            if (!emailVerified || !user.verified() || !services.config().oauth().associateByEmail()) {
                return refuseUnlessLinkedMeanwhile(account);
            }
            return linkUnchanged(requireActive(user), account) ? owner : Optional.empty();
        }
        return register(account, email, emailVerified);
    }

    /** Who has the address may be who comes for the first time in another window, and was not there a moment ago. */
    private Optional<U> refuseUnlessLinkedMeanwhile(OAuthAccount account) {
        if (accounts.findUser(account.provider(), account.accountId()).isEmpty()) {
            throw new UsersException(ErrorCode.OAUTH_USER_ALREADY_EXISTS);
        }
        return Optional.empty();
    }

    private U requireActive(U user) {
        if (!user.active()) {
            throw new UsersException(ErrorCode.LOGIN_BAD_CREDENTIALS);
        }
        return user;
    }

    private Optional<U> register(OAuthAccount account, Email email, boolean emailVerified) {
        try {
            return Optional.of(services.transactions().inTransaction(() -> {
                U user = manager.registerWithoutPassword(email, emailVerified, any -> {});
                undoUnless(accounts.link(user.id(), account));
                return user;
            }));
        } catch (SomebodyCameBetween e) {
            return Optional.empty();
        } catch (UsersException e) {
            if (e.code() == ErrorCode.REGISTER_USER_ALREADY_EXISTS && isThereNow(account, email)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** If not, it was another column that has to be unique. */
    private boolean isThereNow(OAuthAccount account, Email email) {
        return users.findByEmail(email).isPresent()
                || accounts.findUser(account.provider(), account.accountId()).isPresent();
    }

    /**
     * Links the account with which a signed-in user comes back from a provider; if it is hers already, its tokens are
     * replaced.
     *
     * @param user as she was found by her token
     * @return the user as stored; empty if her tokens have ended since, or she is gone
     * @throws UsersException as {@link #signIn}, of which {@code OAUTH_USER_ALREADY_EXISTS} says that the account is
     *     somebody else's
     */
    public Optional<U> link(U user, OAuthProvider provider, OAuthVisit visit, OAuthReturn back) {
        OAuthAccount account = sealedAccounts.of(provider.name(), exchange.redeem(provider, visit, back));
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<U> now = users.findById(user.id())
                    .filter(each -> each.active() && each.tokenVersion() == user.tokenVersion());
            if (now.isEmpty() || linkOrReplace(now.get(), account)) {
                return now;
            }
        }
        throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE);
    }

    private boolean linkOrReplace(U user, OAuthAccount account) {
        Optional<U> owner = accounts.findUser(account.provider(), account.accountId());
        if (owner.isEmpty()) {
            return linkUnchanged(user, account);
        }
        if (!owner.get().id().equals(user.id())) {
            throw new UsersException(ErrorCode.OAUTH_USER_ALREADY_EXISTS);
        }
        return wholly(() -> renew(user, account));
    }

    /** Many providers give a refresh token with the first consent only: the one there is stays. */
    private boolean renew(U user, OAuthAccount account) {
        if (account.refreshToken() != null) {
            return accounts.update(user.id(), account);
        }
        return accounts.findAccounts(user.id()).stream()
                .filter(stored -> stored.provider().equals(account.provider())
                        && stored.accountId().equals(account.accountId()))
                .anyMatch(stored -> accounts.update(user.id(), account.withRefreshToken(stored.refreshToken())));
    }

    /** Links an account if its user is still who was looked at: the row version moves on with it. */
    private boolean linkUnchanged(U user, OAuthAccount account) {
        user.updatedAt(services.now());
        return wholly(() -> users.update(user) == UpdateOutcome.UPDATED && accounts.link(user.id(), account));
    }

    /**
     * Takes an account from a user. Whether she can still sign in without it is for the caller to know.
     *
     * @return {@code false} if it is not linked to her
     */
    public boolean unlink(ID userId, String provider, String accountId) {
        return services.transactions().inTransaction(() -> accounts.unlink(userId, provider, accountId));
    }

    /**
     * Every account of a user, with the provider's tokens in plain text. Tokens that were encrypted under a secret that is
     * not known any more are empty, and so is the refresh token then; they come back when she signs in by the account.
     */
    public List<OAuthAccount> find(ID userId) {
        return accounts.findAccounts(userId).stream()
                .map(sealedAccounts::opened)
                .toList();
    }

    /** Does all of the work or nothing, and tells which. */
    private boolean wholly(BooleanSupplier work) {
        try {
            return services.transactions().inTransaction(() -> {
                undoUnless(work.getAsBoolean());
                return true;
            });
        } catch (SomebodyCameBetween e) {
            return false;
        }
    }

    private static void undoUnless(boolean done) {
        if (!done) {
            throw new SomebodyCameBetween();
        }
    }

    /** Undoes a transaction. */
    private static final class SomebodyCameBetween extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

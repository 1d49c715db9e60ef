package dev.usher;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthException;
import dev.usher.oauth.OAuthFlow;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthReturn;
import dev.usher.oauth.OAuthVisit;
import dev.usher.spi.RevokedTokenDatabase;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;

/** Browsers on their way to a provider and back: each state is used once, and what goes wrong has one of our codes. */
final class OAuthExchange {

    private static final System.Logger LOG = System.getLogger("dev.usher.oauth");

    private final RevokedTokenDatabase<?, ?> spentStates;
    private final UserServices services;
    private final OAuthFlow flow;

    OAuthExchange(RevokedTokenDatabase<?, ?> spentStates, UserServices services) {
        UsherConfig config = services.config();
        this.spentStates = spentStates;
        this.services = services;
        this.flow = new OAuthFlow(config.secrets(), config.oauth().lifetime(), services.clock());
    }

    URI begin(OAuthProvider provider, OAuthVisit visit, List<String> scopes) {
        try {
            return provider.authorizationUrl(flow.begin(visit), scopes);
        } catch (RuntimeException e) {
            throw failure(provider, e);
        }
    }

    /**
     * Checks the state, uses it up, and only then speaks to the provider.
     *
     * @throws UsersException as {@link LinkedAccounts#signIn}
     */
    OAuthIdentity redeem(OAuthProvider provider, OAuthVisit visit, OAuthReturn back) {
        OAuthAttempt attempt = resume(visit, back);
        try {
            return provider.redeem(back.code(), attempt);
        } catch (RuntimeException e) {
            throw failure(provider, e);
        }
    }

    private OAuthAttempt resume(OAuthVisit visit, OAuthReturn back) {
        OAuthFlow.Resumed resumed;
        try {
            resumed = flow.resume(visit, back.state());
        } catch (OAuthException e) {
            throw new UsersException(codeOf(e), e);
        }
        boolean first = services.transactions()
                .inNewTransaction(() -> spentStates.revoke("oauth-state:" + resumed.stateId(), resumed.expiresAt()));
        if (!first) {
            throw new UsersException(ErrorCode.OAUTH_INVALID_STATE);
        }
        return resumed.attempt();
    }

    /** What is no {@link OAuthException} is a mistake of the provider's, and nobody knows what its message contains. */
    private static UsersException failure(OAuthProvider provider, RuntimeException e) {
        if (!(e instanceof OAuthException known)) {
            LOG.log(
                    Level.WARNING,
                    "no sign-in at {0}: {1}",
                    provider.name(),
                    e.getClass().getName());
            return new UsersException(ErrorCode.OAUTH_PROVIDER_ERROR);
        }
        if (known.reason() == OAuthException.Reason.PROVIDER_FAILED) {
            LOG.log(Level.WARNING, "no sign-in at " + provider.name(), e);
        }
        return new UsersException(codeOf(known), e);
    }

    private static ErrorCode codeOf(OAuthException e) {
        return switch (e.reason()) {
            case STATE_UNREADABLE -> ErrorCode.ACCESS_TOKEN_DECODE_ERROR;
            case STATE_EXPIRED -> ErrorCode.ACCESS_TOKEN_ALREADY_EXPIRED;
            case STATE_INVALID -> ErrorCode.OAUTH_INVALID_STATE;
            case CODE_REFUSED -> ErrorCode.OAUTH_INVALID_CODE;
            case PROVIDER_FAILED -> ErrorCode.OAUTH_PROVIDER_ERROR;
        };
    }
}

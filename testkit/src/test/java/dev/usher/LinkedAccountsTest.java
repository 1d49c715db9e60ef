package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthFlow;
import dev.usher.oauth.OAuthIdentity;
import dev.usher.oauth.OAuthProvider;
import dev.usher.oauth.OAuthReturn;
import dev.usher.oauth.OAuthTokens;
import dev.usher.oauth.OAuthVisit;
import dev.usher.spi.OAuthAccount;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.ForwardingUserDatabase;
import dev.usher.testkit.InMemoryOAuthAccounts;
import dev.usher.testkit.InMemoryRevokedTokens;
import dev.usher.testkit.Knight;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts at providers, and what happens while a provider is spoken to. */
class LinkedAccountsTest {

    private static final URI CALLBACK = URI.create("https://camelot.bt/auth/avalon/callback");

    private Court court = new Court("usher.oauth.associate-by-email", "true");
    private InMemoryOAuthAccounts<Knight, UUID> stored = court.accounts;
    private LinkedAccounts<Knight, UUID> linked = linked(court.users);

    private LinkedAccounts<Knight, UUID> linked(UserDatabase<Knight, UUID> users) {
        return new LinkedAccounts<>(
                court.manager,
                users,
                stored,
                new InMemoryRevokedTokens<>(court.transactions, court.users),
                court.services);
    }

    /** A provider at which everybody is the same. */
    private record Avalon(OAuthIdentity identity, Runnable meanwhile) implements OAuthProvider {

        static Avalon of(String accountId, Camelot person) {
            return new Avalon(identity(accountId, person.email().value(), "access"), () -> {});
        }

        static OAuthIdentity identity(String accountId, String email, String accessToken) {
            return new OAuthIdentity(accountId, email, true, new OAuthTokens(accessToken, null, null));
        }

        @Override
        public String name() {
            return "avalon";
        }

        @Override
        public URI authorizationUrl(OAuthAttempt attempt, List<String> scopes) {
            return URI.create("https://avalon.example?" + attempt.state());
        }

        @Override
        public OAuthIdentity redeem(String code, OAuthAttempt attempt) {
            meanwhile.run();
            return identity;
        }
    }

    private Knight signIn(OAuthProvider provider) {
        OAuthVisit visit = visit(null);
        return linked.signIn(provider, visit, back(provider, visit));
    }

    private Optional<Knight> link(Knight knight, OAuthProvider provider) {
        OAuthVisit visit = visit(String.valueOf(knight.id()));
        return linked.link(knight, provider, visit, back(provider, visit));
    }

    private static OAuthVisit visit(@Nullable String userId) {
        return new OAuthVisit("avalon", CALLBACK, OAuthFlow.newBrowserKey(), userId);
    }

    private OAuthReturn back(OAuthProvider provider, OAuthVisit visit) {
        return new OAuthReturn(linked.begin(provider, visit, List.of()).getQuery(), "code");
    }

    @Nested
    class Linking {

        @Test
        void endsWhereTheUsersTokensWereEndedMeanwhile() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            Avalon slow = new Avalon(
                    Avalon.identity("thief", "thief@else.bt", "access"),
                    () -> court.manager.logoutEverywhere(arthur.id()));
            assertThat(link(arthur, slow)).isEmpty();
            assertThat(stored.findAccounts(arthur.id())).isEmpty();
        }

        @Test
        void endsWhereTheUserIsGoneOrInactive() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            OAuthIdentity identity = Avalon.identity("king", "king@else.bt", "access");
            Avalon slow = new Avalon(identity, () -> court.manager.delete(arthur.id()));
            assertThat(link(arthur, slow)).isEmpty();
            assertThat(link(court.stored(Camelot.PERCIVAL), Avalon.of("grail", Camelot.PERCIVAL)))
                    .isEmpty();
            assertThat(stored.findUser("avalon", "king")).isEmpty();
            assertThat(stored.findUser("avalon", "grail")).isEmpty();
        }

        @RepeatedTest(20)
        void ofOneAccountByTwoUsersAtOnceHasOneWinner() throws Exception {
            Knight arthur = court.stored(Camelot.ARTHUR);
            Knight merlin = court.stored(Camelot.MERLIN);
            Avalon avalon = Avalon.of("sword", Camelot.ARTHUR);
            List<String> outcomes = Court.atOnce(() -> link(arthur, avalon), () -> link(merlin, avalon));
            assertThat(outcomes).containsExactlyInAnyOrder("done", "OAUTH_USER_ALREADY_EXISTS");
            assertThat(stored.findAccounts(arthur.id()).size()
                            + stored.findAccounts(merlin.id()).size())
                    .isEqualTo(1);
        }

        @Test
        void movesTheVersionOfTheUserOn() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            link(arthur, Avalon.of("sword", Camelot.ARTHUR));
            assertThat(court.stored(Camelot.ARTHUR).rowVersion()).isEqualTo(arthur.rowVersion() + 1);
        }
    }

    @Nested
    class SigningIn {

        @Test
        void isToldAfterwards() {
            court.events.clear();
            Knight galahad = signIn(new Avalon(Avalon.identity("g", "galahad@camelot.bt", "access"), () -> {}));
            assertThat(court.events.all())
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("Registering", "Registered", "LoggedIn");
            assertThat(galahad.verified()).isTrue();
        }

        @Test
        void holdsNoTransactionWhileTheProviderIsSpokenTo() {
            AtomicBoolean atOnce = new AtomicBoolean();
            Runnable look = () -> court.transactions.afterCommit(() -> atOnce.set(true));
            signIn(new Avalon(Avalon.identity("g", "galahad@camelot.bt", "access"), () -> {
                look.run();
                assertThat(atOnce).isTrue();
            }));
            assertThat(atOnce).isTrue();
        }

        @Test
        void usesTheStateUpAlsoInATransactionThatFails() {
            Avalon avalon = new Avalon(Avalon.identity("g", "galahad@camelot.bt", "access"), () -> {
                throw new IllegalStateException("of the provider's own making");
            });
            OAuthVisit visit = visit(null);
            OAuthReturn back = back(avalon, visit);
            Court.assertRefused(
                    ErrorCode.OAUTH_PROVIDER_ERROR,
                    () -> court.transactions.inTransaction(() -> linked.signIn(avalon, visit, back)));
            Court.assertRefused(ErrorCode.OAUTH_INVALID_STATE, () -> linked.signIn(avalon, visit, back));
        }

        @Test
        void ofANewcomerWithoutWhatElseMustBeUniqueIsRefusedAtOnce() {
            UserDatabase<Knight, UUID> picky = new ForwardingUserDatabase(court.users) {
                @Override
                public boolean insert(Knight user) {
                    return false;
                }
            };
            linked = new LinkedAccounts<>(
                    new UserManager<>(picky, court.services),
                    picky,
                    stored,
                    new InMemoryRevokedTokens<>(court.transactions, court.users),
                    court.services);
            court.events.clear();
            Court.assertRefused(
                    ErrorCode.REGISTER_USER_ALREADY_EXISTS,
                    () -> signIn(new Avalon(Avalon.identity("g", "galahad@camelot.bt", "access"), () -> {})));
            assertThat(court.events.all()).hasSize(1);
        }

        @Test
        void isNotLinkedToWhoCeasesToBeVerifiedMeanwhile() {
            AtomicBoolean first = new AtomicBoolean(true);
            linked = linked(new ForwardingUserDatabase(court.users) {
                @Override
                public Optional<Knight> findByEmail(Email email) {
                    Optional<Knight> found = super.findByEmail(email);
                    if (first.getAndSet(false)) {
                        Knight lady = court.stored(Camelot.LADY_OF_THE_LAKE);
                        lady.verified(false);
                        court.users.update(lady);
                    }
                    return found;
                }
            });
            Court.assertRefused(
                    ErrorCode.OAUTH_USER_ALREADY_EXISTS, () -> signIn(Avalon.of("l", Camelot.LADY_OF_THE_LAKE)));
            assertThat(stored.findUser("avalon", "l")).isEmpty();
        }

        @Test
        void ofANewcomerWhomAnObserverRefusesLeavesNothing() {
            court.events.veto(UserEvent.Registering.class, new IllegalStateException("the gate is shut"));
            Avalon avalon = new Avalon(Avalon.identity("g", "galahad@camelot.bt", "access"), () -> {});
            assertThatThrownBy(() -> signIn(avalon)).hasMessage("the gate is shut");
            assertThat(court.users.findByEmail(Email.of("galahad@camelot.bt"))).isEmpty();
            assertThat(stored.findUser("avalon", "g")).isEmpty();
        }

        @Test
        void forTheFirstTimeInTwoWindowsIsOfOneUser() {
            OAuthIdentity unverified =
                    new OAuthIdentity("g", "galahad@camelot.bt", false, new OAuthTokens("access", null, null));
            Avalon avalon = new Avalon(unverified, () -> {});
            LinkedAccounts<Knight, UUID> other = linked;
            OAuthVisit visit = visit(null);
            OAuthReturn back = back(avalon, visit);
            AtomicBoolean first = new AtomicBoolean(true);
            linked = linked(new ForwardingUserDatabase(court.users) {
                @Override
                public Optional<Knight> findByEmail(Email email) {
                    if (first.getAndSet(false)) {
                        other.signIn(avalon, visit, back);
                    }
                    return super.findByEmail(email);
                }
            });
            assertThat(signIn(avalon).email()).isEqualTo(Email.of("galahad@camelot.bt"));
            assertThat(first).isFalse();
        }

        @RepeatedTest(20)
        void forTheFirstTimeAtTheMomentOfRegistrationMakesOneUser() throws Exception {
            Email email = Email.of("galahad@camelot.bt");
            Avalon avalon = new Avalon(Avalon.identity("g", email.value(), "access"), () -> {});
            List<String> outcomes = Court.atOnce(
                    () -> signIn(avalon), () -> court.manager.register(email, Court.NEW_PASSWORD, any -> {}));
            assertThat(Set.copyOf(outcomes))
                    .isIn(Set.of("done", "OAUTH_USER_ALREADY_EXISTS"), Set.of("done", "REGISTER_USER_ALREADY_EXISTS"));
            assertThat(stored.findUser("avalon", "g").isPresent())
                    .isEqualTo(outcomes.get(0).equals("done"));
        }
    }

    /** Somebody signs in with an address that is not hers, or links an account to an address that is not hers. */
    @Nested
    class AfterAReset {

        private String resetToken(Email email) {
            court.events.clear();
            court.manager.forgotPassword(email);
            return court.events.asynchronous().stream()
                    .map(UserEvent.PasswordForgotten.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .token();
        }

        @Test
        void byWhomTheAddressBelongsToAStrangersAccountIsLinkedNoLonger() {
            Email galahad = Email.of("galahad@camelot.bt");
            OAuthTokens tokens = new OAuthTokens("access", null, null);
            Avalon mordred = new Avalon(new OAuthIdentity("mordred", galahad.value(), false, tokens), () -> {});
            Knight taken = signIn(mordred);
            court.manager.resetPassword(resetToken(galahad), Court.NEW_PASSWORD);
            assertThat(stored.findAccounts(taken.id())).isEmpty();
            Court.assertRefused(ErrorCode.OAUTH_USER_ALREADY_EXISTS, () -> signIn(mordred));
        }

        @Test
        void theAccountsOfWhoHadVerifiedHerAddressStay() {
            Knight lady = court.stored(Camelot.LADY_OF_THE_LAKE);
            link(lady, Avalon.of("lake", Camelot.LADY_OF_THE_LAKE));
            court.manager.resetPassword(resetToken(lady.email()), Court.NEW_PASSWORD);
            assertThat(stored.findAccounts(lady.id())).hasSize(1);
        }

        @Test
        void thatIsRefusedTheyStay() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            link(arthur, Avalon.of("sword", Camelot.ARTHUR));
            String token = resetToken(arthur.email());
            Court.assertRefused(
                    ErrorCode.RESET_PASSWORD_INVALID_PASSWORD, () -> court.manager.resetPassword(token, "short"));
            assertThat(stored.findAccounts(arthur.id())).hasSize(1);
        }
    }

    @Nested
    class Accounts {

        @Test
        void keepTheRefreshTokenThatIsGivenOnce() {
            OAuthTokens first = new OAuthTokens("first", "refresh", null);
            OAuthTokens second = new OAuthTokens("second", null, null);
            Knight galahad = signIn(new Avalon(new OAuthIdentity("g", "galahad@camelot.bt", true, first), () -> {}));
            signIn(new Avalon(new OAuthIdentity("g", "galahad@camelot.bt", true, second), () -> {}));
            assertThat(linked.find(galahad.id())).singleElement().satisfies(account -> {
                assertThat(account.accessToken()).isEqualTo("second");
                assertThat(account.refreshToken()).isEqualTo("refresh");
            });
        }

        @Test
        void areUnlinkedOnce() {
            Knight arthur = court.stored(Camelot.ARTHUR);
            link(arthur, Avalon.of("sword", Camelot.ARTHUR));
            assertThat(linked.unlink(court.id(Camelot.MERLIN), "avalon", "sword"))
                    .isFalse();
            assertThat(linked.unlink(arthur.id(), "avalon", "sword")).isTrue();
            assertThat(linked.unlink(arthur.id(), "avalon", "sword")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\0", "a\nb", "\ud83d"})
        void withAnImpossibleIdAreTheProvidersFault(String accountId) {
            Avalon avalon = new Avalon(Avalon.identity(accountId, "galahad@camelot.bt", "access"), () -> {});
            Court.assertRefused(ErrorCode.OAUTH_PROVIDER_ERROR, () -> signIn(avalon));
        }

        @Test
        void withTooMuchToStoreAreTheProvidersFault() {
            for (OAuthIdentity identity : List.of(
                    Avalon.identity("a".repeat(321), "galahad@camelot.bt", "access"),
                    Avalon.identity("a", "galahad@camelot.bt", "x".repeat(13_000)))) {
                Court.assertRefused(ErrorCode.OAUTH_PROVIDER_ERROR, () -> signIn(new Avalon(identity, () -> {})));
            }
        }

        @Test
        void endNoLaterThanTheDatabaseCanSay() {
            OAuthTokens tokens = new OAuthTokens("access", "refresh", Instant.MAX);
            Knight galahad = signIn(new Avalon(new OAuthIdentity("g", "galahad@camelot.bt", true, tokens), () -> {}));
            assertThat(linked.find(galahad.id()))
                    .containsExactly(new OAuthAccount(
                            "avalon",
                            "g",
                            "galahad@camelot.bt",
                            "access",
                            "refresh",
                            Instant.parse("9999-12-31T23:59:59Z")));
        }

        @Test
        void stayReadableUnderAPreviousSecretAndNoOther() {
            Knight galahad = signIn(new Avalon(Avalon.identity("g", "galahad@camelot.bt", "access"), () -> {}));
            var kept = stored;
            court = new Court(
                    "usher.secret",
                    "a second sword, out of the lake itself",
                    "usher.previous-secrets",
                    "the sword in the stone is mine to draw");
            stored = kept;
            assertThat(linked(court.users).find(galahad.id()))
                    .extracting(OAuthAccount::accessToken)
                    .containsExactly("access");
            court = new Court("usher.secret", "a second sword, out of the lake itself");
            assertThat(linked(court.users).find(galahad.id()))
                    .extracting(OAuthAccount::accessToken)
                    .containsExactly("");
        }
    }
}

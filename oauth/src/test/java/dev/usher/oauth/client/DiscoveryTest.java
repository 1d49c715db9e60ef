package dev.usher.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.usher.oauth.OAuthAttempt;
import dev.usher.oauth.OAuthIdentity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an issuer tells about itself. */
class DiscoveryTest {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final String KEYS = "/keys";

    private final Mordred mordred = new Mordred();
    private final HandClock clock = new HandClock();
    private final OpenIdProvider provider = new OpenIdProvider(mordred.issuer(), mordred.registration(), clock);
    private final OAuthAttempt attempt = Attempts.attempt();

    @AfterEach
    void stop() {
        mordred.close();
    }

    private URI authorizationUrl() {
        return provider.authorizationUrl(attempt, List.of());
    }

    private String refused() {
        return String.valueOf(Refusals.failure(attempt, this::authorizationUrl).getMessage());
    }

    private OAuthIdentity signIn(RSAKey key) {
        mordred.gives(mordred.idToken(attempt).signed(key));
        return provider.redeem(Refusals.CODE, attempt);
    }

    @Nested
    class Metadata {

        @Test
        void isNotAskedForBeforeItIsNeeded() {
            assertThat(mordred.asked(METADATA)).isEmpty();
        }

        @Test
        void ofAnotherIssuerIsRefused() {
            mordred.says("issuer", "https://lancelot.example");
            assertThat(refused()).isEqualTo("the metadata of " + mordred.issuer() + " names another issuer");

            mordred.says("issuer", mordred.issuer() + "/");
            assertThat(refused()).endsWith("another issuer");
        }

        @ParameterizedTest
        @CsvSource({
            "authorization_endpoint, http://camelot.example/authorize",
            "token_endpoint, http://camelot.example/token",
            "token_endpoint, https://arthur@camelot.example/token",
            "jwks_uri, http://camelot.example/keys",
            "userinfo_endpoint, http://camelot.example/userinfo",
        })
        void isRefusedWithAnEndpointElsewhereWithoutTls(String member, String endpoint) {
            mordred.says(member, endpoint);

            assertThat(refused()).contains("without TLS");
        }

        @ParameterizedTest
        @CsvSource({"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"})
        void isRefusedWithoutWhatSigningInNeeds(String member) {
            mordred.forgets(member);

            refused();
        }

        @Test
        void ofAnIssuerWithTlsHasTlsThroughout() {
            URI here = URI.create("http://localhost:8080/token");
            Web web = new Web(Limits.DEFAULTS);

            assertThat(new Discovery(URI.create("http://localhost:8080"), false, web, clock).isSafe(here))
                    .isTrue();
            assertThat(new Discovery(URI.create("https://camelot.example"), false, web, clock).isSafe(here))
                    .isFalse();
        }

        @Test
        void isAskedForOnceByAllWhoNeedIt() throws InterruptedException, ExecutionException {
            CountDownLatch gate = new CountDownLatch(1);
            mordred.slowDown(METADATA, Duration.ofMillis(300));
            Callable<URI> visitor = () -> {
                gate.await();
                return authorizationUrl();
            };
            ExecutorService visitors = Executors.newFixedThreadPool(8);

            List<Future<URI>> answers =
                    Stream.generate(() -> visitors.submit(visitor)).limit(8).toList();
            gate.countDown();

            for (Future<URI> answer : answers) {
                assertThat(answer.get().toString()).contains("/authorize");
            }
            assertThat(mordred.asked(METADATA)).hasSize(1);
            visitors.shutdown();
        }

        @Test
        void isKeptForTenMinutes() {
            authorizationUrl();
            clock.move(Duration.ofMinutes(10).minusNanos(1));
            authorizationUrl();
            assertThat(mordred.asked(METADATA)).hasSize(1);

            clock.move(Duration.ofNanos(1));
            authorizationUrl();
            assertThat(mordred.asked(METADATA)).hasSize(2);
        }

        @Test
        void isAskedForAnewWhenTheClockWasSetBack() {
            authorizationUrl();
            clock.move(Duration.ofHours(-1));
            authorizationUrl();

            assertThat(mordred.asked(METADATA)).hasSize(2);
        }

        @Test
        void isAskedForAnewAfterAFailure() {
            mordred.says("issuer", "https://lancelot.example");
            refused();

            mordred.says("issuer", mordred.issuer().toString());

            assertThat(authorizationUrl().toString()).contains("/authorize");
        }

        @Test
        void holdsUpNobodyForLongerThanOneAnswerMayTake() throws InterruptedException, ExecutionException {
            Limits limits = new Limits(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(2));
            var slow = new OpenIdProvider(mordred.issuer(), mordred.registration(), Clock.systemUTC(), limits);
            mordred.slowDown(METADATA, Duration.ofSeconds(5));
            Callable<Duration> visitor = () -> {
                long start = System.nanoTime();
                Refusals.failure(attempt, () -> slow.authorizationUrl(attempt, List.of()));
                return Duration.ofNanos(System.nanoTime() - start);
            };
            ExecutorService visitors = Executors.newFixedThreadPool(6);

            for (Future<Duration> wait :
                    visitors.invokeAll(Stream.generate(() -> visitor).limit(6).toList())) {
                assertThat(wait.get()).isLessThan(Duration.ofMillis(1_500));
            }
            visitors.shutdown();
        }
    }

    @Nested
    class Keys {

        private final RSAKey fresh = Mordred.key("dagger");

        @Test
        void areKept() {
            signIn(Mordred.KEY);
            signIn(Mordred.KEY);

            assertThat(mordred.asked(KEYS)).hasSize(1);
        }

        @Test
        void areAskedForAnewForATokenThatNoneOfThemFits() {
            signIn(Mordred.KEY);
            mordred.onJson(KEYS, 200, new JWKSet(List.of(Mordred.KEY, fresh)).toJSONObject(true));
            clock.move(Discovery.YOUNG);

            assertThat(signIn(fresh).accountId()).isEqualTo(IdTokenDraft.SUBJECT);
            assertThat(mordred.asked(KEYS)).hasSize(2);
        }

        @Test
        void areNotAskedForAtEveryTokenThatNoneOfThemFits() {
            signIn(Mordred.KEY);
            clock.move(Discovery.YOUNG);

            for (int i = 0; i < 5; i++) {
                Refusals.failure(attempt, () -> signIn(fresh));
            }

            assertThat(mordred.asked(KEYS)).hasSize(2);
        }

        @Test
        void thatAreWithdrawnAreForgotten() {
            signIn(Mordred.KEY);
            mordred.onJson(KEYS, 200, new JWKSet(fresh).toJSONObject(true));
            clock.move(Discovery.AGE);

            Refusals.failure(attempt, () -> signIn(Mordred.KEY));
        }

        @Test
        void areAskedForAnewAfterAFailure() {
            mordred.onText(KEYS, 200, "{\"keys\":7}");
            assertThat(Refusals.failure(attempt, () -> signIn(Mordred.KEY)))
                    .hasMessageEndingWith("answers no JSON Web Key Set");

            mordred.onJson(KEYS, 200, new JWKSet(Mordred.KEY).toJSONObject(true));

            assertThat(signIn(Mordred.KEY).accountId()).isEqualTo(IdTokenDraft.SUBJECT);
        }
    }
}

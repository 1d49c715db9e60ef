package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code usher.jwt.legacy-secret}: tokens that a FastAPI Users installation issued, made here as PyJWT makes them. */
@Contract
@TestInstance(Lifecycle.PER_CLASS)
class LegacyTokenTest {

    /** As short as its tutorial's; too short for Usher's own. */
    private static final String SECRET = "SECRET";

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private final QuickstartProcess process;
    private final Api api;
    private final Api withoutTheSecret;
    private final MemberTable table;
    private Caller merlin;
    private Person elaine = Person.named("Elaine");

    LegacyTokenTest(Launch launch, Api api, MemberTable table) {
        this.process = launch.env("USHER_JWT_LEGACY_SECRET", SECRET).start();
        this.api = process.api();
        this.withoutTheSecret = api;
        this.table = table;
        this.merlin = Caller.nobody(api);
    }

    @BeforeAll
    void logIn() {
        merlin = Caller.superuser(api, table);
    }

    @AfterAll
    void stop() {
        process.close();
    }

    /** Adopted from there, so her tokens are of version 0. */
    @BeforeEach
    void elaine() {
        elaine = table.insert("Elaine", "!");
    }

    private static long inSeconds(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    private String claims(long expires) {
        return "{\"sub\":\"%s\",\"aud\":[\"fastapi-users:auth\"],\"exp\":%d}".formatted(elaine.id(), expires);
    }

    private String token() {
        return Jwt.hs256(SECRET, HEADER, claims(inSeconds(600)));
    }

    @Test
    void worksUntilItExpiresAndIsNothingWithoutTheSecret() {
        String token = token();
        assertThat(api.me(token)).is(200, elaine.json(true, false));
        assertThat(Caller.nobody(api).bearing(token).patch("/users/me", "{}")).hasStatus(200);
        assertThat(api.me(Jwt.hs256(SECRET, HEADER, claims(inSeconds(-1))))).refusesTheCaller();
        assertThat(withoutTheSecret.me(token)).refusesTheCaller();
    }

    @Test
    void isEndedByLogoutThroughItsDigest() throws NoSuchAlgorithmException {
        String token = token();
        String other = Jwt.hs256(SECRET, HEADER, claims(inSeconds(601)));
        assertThat(api.logout(token)).isEmpty(204);
        assertThat(api.me(token)).refusesTheCaller();
        assertThat(api.me(other)).hasStatus(200);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        String id = "sha256:" + HexFormat.of().formatHex(digest);
        assertThat(table.query("SELECT token_id FROM revoked_token WHERE token_id = ?", id))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"POST, /auth/logout-all, ''", "PATCH, /users/me, '{\"password\":\"a longer road to Avalon\"}'"})
    void isEndedByWhateverEndsAllTokens(String method, String path, String body) {
        String token = token();
        assertThat(Caller.nobody(api).bearing(token).send(method, path, body).status())
                .isBetween(200, 204);
        assertThat(api.me(token)).refusesTheCaller();
    }

    @Test
    void isEndedByASuperuserWhoDeactivatesOrDeletesHer() {
        String token = token();
        assertThat(merlin.patch("/users/" + elaine.id(), "{\"is_active\": false}"))
                .hasStatus(200);
        assertThat(merlin.patch("/users/" + elaine.id(), "{\"is_active\": true}"))
                .hasStatus(200);
        assertThat(api.me(token)).refusesTheCaller();
    }

    /** ID stands for hers, IN and AGO for moments. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no exp           | {'sub':'ID','aud':['fastapi-users:auth']}",
                "expired          | {'sub':'ID','aud':['fastapi-users:auth'],'exp':AGO}",
                "no audience      | {'sub':'ID','exp':IN}",
                "another audience | {'sub':'ID','aud':['fastapi-users:reset'],'exp':IN}",
                "verify           | {'sub':'ID','aud':['fastapi-users:verify'],'exp':IN}",
                "oauth state      | {'sub':'ID','aud':['fastapi-users:oauth-state'],'exp':IN}",
                "no subject       | {'aud':['fastapi-users:auth'],'exp':IN}",
                "unknown subject  | {'sub':'00000000-0000-4000-8000-000000000000','aud':['fastapi-users:auth'],'exp':IN}",
                "no id            | {'sub':'elaine','aud':['fastapi-users:auth'],'exp':IN}",
                "exp is text      | {'sub':'ID','aud':['fastapi-users:auth'],'exp':'IN'}",
                "not yet          | {'sub':'ID','aud':['fastapi-users:auth'],'exp':IN,'nbf':IN}",
                "no claims        | {}",
            })
    void isNoneWithoutItsClaims(String what, String claims) {
        String filled = claims.replace('\'', '"')
                .replace("ID", elaine.id())
                .replace("IN", String.valueOf(inSeconds(600)))
                .replace("AGO", String.valueOf(inSeconds(-600)));
        assertThat(api.me(Jwt.hs256(SECRET, HEADER, filled))).refusesTheCaller();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "SECRET2 | {\"alg\":\"HS256\"}",
                "SECRET  | {\"alg\":\"HS512\"}",
                "SECRET  | {\"alg\":\"none\"}",
                "SECRET  | {\"typ\":\"JWT\"}",
                "SECRET  | {\"alg\":\"HS256\",\"crit\":[\"exp\"]}",
            })
    void isNoneUnderAnotherKeyOrAlgorithm(String secret, String header) {
        assertThat(api.me(Jwt.hs256(secret, header, claims(inSeconds(600))))).refusesTheCaller();
    }

    @Test
    void isNoneThatWasTamperedWith() {
        assertThat(api.me(Jwt.forged(token()))).refusesTheCaller();
        assertThat(api.me(Jwt.unsigned(token()))).refusesTheCaller();
    }
}

package dev.usher.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.usher.spi.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Secret SECRET = Secret.of("the sword in the stone is mine to draw");
    private static final Secret NEXT = Secret.of("the sword that the lady of the lake gave me");
    private static final FlowSubject ARTHUR = new FlowSubject("arthur", 7, "arthur@camelot.bt");

    private static FlowTokens tokens(String audience, Instant now) {
        return new FlowTokens(SECRET, audience, Duration.ofHours(1), Clock.fixed(now, ZoneOffset.UTC));
    }

    private final FlowTokens reset = tokens("fastapi-users:reset", NOON);

    @Test
    void giveBackWhatWasIssued() {
        assertThat(reset.read(reset.issue(ARTHUR))).contains(ARTHUR);
    }

    @Test
    void endAtTheSecondOfExpiry() {
        String token = reset.issue(ARTHUR);
        assertThat(tokens("fastapi-users:reset", NOON.plusSeconds(3599)).read(token))
                .isPresent();
        assertThat(tokens("fastapi-users:reset", NOON.plusSeconds(3600)).read(token))
                .isEmpty();
    }

    @Test
    void ofOneFlowAreNothingToAnother() {
        FlowTokens verify = tokens("fastapi-users:verify", NOON);
        assertThat(verify.read(reset.issue(ARTHUR))).isEmpty();
        assertThat(reset.read(verify.issue(ARTHUR))).isEmpty();
    }

    @Test
    void areNoAccessTokensAndAccessTokensAreNone() {
        JwtStrategy access = new JwtStrategy(
                new JwtSettings(SECRET, Duration.ofHours(1), JwtSettings.DEFAULT_AUDIENCE),
                Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(access.read(reset.issue(ARTHUR))).isEmpty();
        assertThat(reset.read(access.issue(new TokenGrant("arthur", 7)))).isEmpty();
    }

    @Test
    void ofAnotherSecretAreRefused() {
        FlowTokens others = new FlowTokens(
                Secret.of("another sword in another stone, not mine"),
                "fastapi-users:reset",
                Duration.ofHours(1),
                Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(reset.read(others.issue(ARTHUR))).isEmpty();
    }

    @Test
    void ofAPreviousSecretAreReadUntilTheyExpire() {
        FlowTokens rotated = new FlowTokens(
                List.of(NEXT, SECRET), "fastapi-users:reset", Duration.ofHours(1), Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(rotated.read(reset.issue(ARTHUR))).contains(ARTHUR);
        assertThat(rotated.read(rotated.issue(ARTHUR))).contains(ARTHUR);
        assertThat(reset.read(rotated.issue(ARTHUR))).isEmpty();
    }

    @Test
    void areReadWhereTheyNameNoKeyBecauseTheyAreOlder() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(reset.issue(ARTHUR)).getJWTClaimsSet();
        SignedJWT nameless = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        nameless.sign(new MACSigner(SECRET.derive("fastapi-users:reset")));
        assertThat(reset.read(nameless.serialize())).contains(ARTHUR);
    }

    @Test
    void nameTheirKeysByOtherIdsThanOtherFlows() throws Exception {
        String verify = tokens("fastapi-users:verify", NOON).issue(ARTHUR);
        assertThat(SignedJWT.parse(verify).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(reset.issue(ARTHUR)).getHeader().getKeyID());
    }

    @Test
    void needALifetime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlowTokens(SECRET, "x", Duration.ZERO, Clock.systemUTC()));
    }
}

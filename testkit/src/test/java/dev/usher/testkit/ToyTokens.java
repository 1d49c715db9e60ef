package dev.usher.testkit;

import dev.usher.spi.Secret;
import dev.usher.token.TokenGrant;
import dev.usher.token.TokenStrategy;
import dev.usher.token.TokenSubject;
import dev.usher.token.TokenSubject.SelfContained;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An honest token strategy of the simplest kind, {@code base64url(payload).base64url(hmac)}; faults override a step. */
class ToyTokens implements TokenStrategy {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Secret secret;
    private final Clock clock;

    ToyTokens(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public Duration lifetime() {
        return LIFETIME;
    }

    @Override
    public boolean issuesReferences() {
        return false;
    }

    @Override
    public String issue(TokenGrant grant) {
        Instant end = clock.instant().plus(LIFETIME);
        String payload = end.toEpochMilli() + " " + grant.tokenVersion() + " " + newTokenId() + " " + grant.userId();
        String encoded = encode(payload.getBytes(StandardCharsets.UTF_8));
        return encoded + "." + encode(sign(encoded));
    }

    @Override
    public Optional<TokenSubject> read(String token) {
        String[] parts = token.split("\\.", -1);
        boolean genuine = parts.length == 2 && isGenuine(parts[0], parts[1]);
        return genuine
                ? Optional.of(subject(parts[0])).filter(this::isAlive).map(TokenSubject.class::cast)
                : Optional.empty();
    }

    String newTokenId() {
        return UUID.randomUUID().toString();
    }

    /** Compares text with text: another spelling of the same bytes is another signature. */
    boolean isGenuine(String encoded, String signature) {
        byte[] expected = encode(sign(encoded)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    boolean isAlive(SelfContained subject) {
        return clock.instant().isBefore(subject.expiresAt());
    }

    SelfContained subject(String encoded) {
        String payload = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        String[] fields = payload.split(" ", 4);
        Instant end = Instant.ofEpochMilli(Long.parseLong(fields[0]));
        return new SelfContained(fields[3], Integer.parseInt(fields[1]), fields[2], end);
    }

    byte[] sign(String encoded) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.derive("toy"), "HmacSHA256"));
            return mac.doFinal(encoded.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package dev.usher.password;

import dev.usher.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes that belong to nobody, one of each format in use: what the password of an unknown user is checked against. */
final class Dummies {

    private final List<Dummy> dummies;
    private final SecretKeySpec key;

    Dummies(List<PasswordHasher> inUse, Secret secret) {
        this.dummies = inUse.stream().map(Dummy::of).toList();
        this.key = new SecretKeySpec(secret.derive("password-dummy"), "HmacSHA256");
    }

    /** Verifies against the one dummy that a keyed hash of the login chooses; never true. */
    boolean verify(String password, String login) {
        Dummy dummy = dummies.get(Integer.remainderUnsigned(keyedHash(login), dummies.size()));
        return dummy.hasher().matches(password, dummy.hash());
    }

    private int keyedHash(String login) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    private record Dummy(PasswordHasher hasher, String hash) {

        static Dummy of(PasswordHasher hasher) {
            byte[] password = new byte[16];
            new SecureRandom().nextBytes(password);
            return new Dummy(hasher, hasher.hash(HexFormat.of().formatHex(password)));
        }
    }
}

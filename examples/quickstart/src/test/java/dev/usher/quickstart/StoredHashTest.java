package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users whose hashes somebody else made, well or badly. */
@Contract
class StoredHashTest {

    private static final String CURRENT = "$argon2id$v=19$m=19456,t=2,p=1$";

    private final Api api;
    private final MemberTable table;

    StoredHashTest(Api api, MemberTable table) {
        this.api = api;
        this.table = table;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$05$bmy96aK10.cdageOuOJq/uRJ7UR15OmyH6lmgGjBskA/LKj3/lBIa",
                "$2b$05$vAYX9n9pCFdsCiF8gSApNeOw2AeYHPUFAszXkOJLQGm6cUycK9R1W",
                "$2y$05$mZqePG.5wTK9DgnEnftRr.HGdQATjbNBK1JDRrItG4AGqVPCU7b2C",
                "$argon2id$v=19$m=65536,t=3,p=4$XsKKyQZ+ggms3PKKY7yxNA$wFqoiOTkc2O1mjrQzYvuOPUa4HaqFAu+DumBrGxC/e0"
            })
    void areUpgradedWhenTheirOwnersLogIn(String hash) {
        Person uther = table.insert("Uther", hash);
        assertThat(api.login(uther.email(), "Excalibur")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(table.hashOf(uther.email())).isEqualTo(hash);

        String token = api.token(uther.email(), "excalibur");
        String upgraded = table.hashOf(uther.email());
        assertThat(upgraded).startsWith(CURRENT);
        assertThat(api.me(token)).is(200, uther.json(true, false));

        assertThat(api.login(uther.email(), "excalibur")).hasStatus(200);
        assertThat(api.login(uther.email(), "Excalibur")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(table.hashOf(uther.email())).isEqualTo(upgraded);
    }

    @Test
    void ofMoreThan72BytesAreVerifiedAsBcryptMadeThem() {
        String longPassword = "Ex\u00E7alibur-".repeat(9);
        Person uther = table.insert("Uther", "$2a$05$/xIuBIy1mugSeIqylQ9B..XUFQI0oT1Huksm8IA671J3hNQkuQ1D6");
        assertThat(api.login(uther.email(), longPassword)).hasStatus(200);
        assertThat(table.hashOf(uther.email())).startsWith(CURRENT);
        assertThat(api.login(uther.email(), longPassword)).hasStatus(200);
        assertThat(api.login(uther.email(), longPassword + "!")).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "*",
                "excalibur",
                "pbkdf2_sha256$600000$salt$hash",
                "$1$salt$hash",
                "$2b$",
                "$2b$05$",
                "$2b$31$vAYX9n9pCFdsCiF8gSApNeOw2AeYHPUFAszXkOJLQGm6cUycK9R1W",
                "$2x$05$vAYX9n9pCFdsCiF8gSApNeOw2AeYHPUFAszXkOJLQGm6cUycK9R1W",
                "$2b$05$vAYX9n9pCFdsCiF8gSApNeOw2AeYHPUFAszXkOJLQGm6cUycK9R1W ",
                "$argon2id$",
                "$argon2id$v=19$m=99999999,t=99,p=1$XsKKyQZ+ggms3PKKY7yxNA$wFqoiOTkc2O1mjrQzYvuOPUa4HaqFAu+DumBrGxC/e0",
                "$argon2id$v=19$m=65536,t=999999,p=4$XsKKyQZ+ggms3PKKY7yxNA$wFqoiOTkc2O1mjrQzYvuOPUa4HaqFAu+DumBrGxC/e0",
                "$argon2id$v=19$m=-1,t=0,p=0$XsKKyQZ+ggms3PKKY7yxNA$wFqoiOTkc2O1mjrQzYvuOPUa4HaqFAu+DumBrGxC/e0",
                "$argon2id$v=19$m=65536,t=3,p=4$$",
                "$argon2i$v=19$m=65536,t=3,p=4$XsKKyQZ+ggms3PKKY7yxNA$wFqoiOTkc2O1mjrQzYvuOPUa4HaqFAu+DumBrGxC/e0"
            })
    void ofNoKnownFormOpenNothingAndCostNoMoreThanOthers(String hash) {
        Person uther = table.insert("Uther", hash);
        Instant start = Instant.now();
        assertThat(api.login(uther.email(), "excalibur")).refuses(400, "LOGIN_BAD_CREDENTIALS");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(table.hashOf(uther.email())).isEqualTo(hash);
        assertThat(api.resetPassword(api.resetToken(uther), "caliburnus")).hasStatus(200);
        assertThat(api.login(uther.email(), "caliburnus")).hasStatus(200);
    }

    @Test
    void ofTheGreatestLengthThereCanBeOpenNothing() {
        String hash = "$argon2id$v=19$m=65536,t=3,p=4$";
        Person uther = table.insert("Uther", hash + "A".repeat(table.longestHash() - hash.length()));
        assertThat(api.login(uther.email(), "excalibur")).refuses(400, "LOGIN_BAD_CREDENTIALS");
    }
}

package dev.usher;

import static dev.usher.Court.NEW_PASSWORD;
import static dev.usher.Court.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testkit.Camelot;
import dev.usher.testkit.Knight;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have an account, by configuration and by {@link UserManager#admits}. */
class AdmissionTest {

    private static String register(UserManager<Knight, UUID> manager, String email) {
        return Court.outcome(() -> {
            manager.register(Email.of(email), NEW_PASSWORD, knight -> {});
            return "done";
        });
    }

    @ParameterizedTest
    @CsvSource({
        "open,   '',                          galahad@camelot.bt,         done",
        "closed, '',                          galahad@camelot.bt,         REGISTER_NOT_ALLOWED",
        "closed, camelot.bt,                  galahad@camelot.bt,         REGISTER_NOT_ALLOWED",
        "open,   camelot.bt,                  galahad@camelot.bt,         done",
        "open,   camelot.bt,                  Galahad@CAMELOT.BT,         done",
        "open,   'avalon.bt, Camelot.BT',     galahad@camelot.bt,         done",
        "open,   camelot.bt,                  galahad@avalon.bt,          REGISTER_NOT_ALLOWED",
        "open,   camelot.bt,                  galahad@east.camelot.bt,    REGISTER_NOT_ALLOWED",
        "open,   camelot.bt,                  galahad@notcamelot.bt,      REGISTER_NOT_ALLOWED",
        "open,   camelot.bt,                  camelot.bt@avalon.bt,       REGISTER_NOT_ALLOWED",
        "open,   xn--bcher-kva.example,       galahad@bücher.example,     done",
        "open,   bücher.example,              galahad@bücher.example,     done",
    })
    void isSaidByTheConfiguration(String mode, String domains, String email, String outcome) {
        Court court = new Court("usher.registration.mode", mode, "usher.registration.domains", domains);
        assertThat(register(court.manager, email)).isEqualTo(outcome);
        assertThat(court.users.findByEmail(Email.of(email)).isPresent()).isEqualTo(outcome.equals("done"));
        assertThat(court.events.all().isEmpty()).isEqualTo(!outcome.equals("done"));
    }

    @Test
    void isAskedAfterThePassword() {
        Court closed = new Court("usher.registration.mode", "closed");
        assertRefused(
                ErrorCode.REGISTER_INVALID_PASSWORD,
                () -> closed.manager.register(Email.of("galahad@camelot.bt"), "short", knight -> {}));
    }

    @Test
    void isAskedBeforeTheAddressIsLookedAt() {
        Court closed = new Court("usher.registration.mode", "closed");
        assertThat(register(closed.manager, Camelot.ARTHUR.email().value())).isEqualTo("REGISTER_NOT_ALLOWED");
    }

    @Test
    void isSaidOtherwiseByTheApplicationWhichSeesAllOfTheUser() {
        Court closed = new Court("usher.registration.mode", "closed");
        UserManager<Knight, UUID> byInvitation = new UserManager<>(closed.users, closed.services) {
            @Override
            protected boolean admits(Knight user) {
                return user.shield.equals("invited") && user.email().value().endsWith(".bt") && !user.superuser();
            }
        };
        byInvitation.register(Email.of("galahad@camelot.bt"), NEW_PASSWORD, knight -> knight.shield = "invited");
        assertThat(closed.users.findByEmail(Email.of("galahad@camelot.bt"))).isPresent();
        assertThat(register(byInvitation, "bors@camelot.bt")).isEqualTo("REGISTER_NOT_ALLOWED");
    }

    @Test
    void hasNoSayInWhoIsHereAlready() {
        Court closed = new Court("usher.registration.mode", "closed");
        assertThat(closed.manager.login("king.arthur@camelot.bt", "guinevere").email())
                .isEqualTo(Camelot.ARTHUR.email());
    }

    @Test
    void claimsAreNoneUnlessTheApplicationMakesSome() {
        Court court = new Court();
        Knight arthur = court.stored(Camelot.ARTHUR);
        assertThat(court.manager.tokenClaims(arthur)).isEmpty();
        UserManager<Knight, UUID> talkative = new UserManager<>(court.users, court.services) {
            @Override
            public Map<String, Object> tokenClaims(Knight user) {
                return Map.of("shield", user.shield);
            }
        };
        assertThat(talkative.tokenClaims(arthur)).containsOnlyKeys("shield");
    }
}

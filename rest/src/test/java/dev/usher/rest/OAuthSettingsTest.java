package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.roundtable.RoundTableServer;
import dev.usher.roundtable.Visit;
import dev.usher.testkit.Camelot;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in at a provider under other settings. */
class OAuthSettingsTest {

    private static final String PATH = "/auth/avalon";

    private static void assertRefused(HttpResponse<String> answer, String code) {
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + code + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void letWhoHasVerifiedHerAddressOnBothSidesIn() {
        try (RoundTableServer linking = new RoundTableServer(
                Map.of("usher.oauth.associate-by-email", "true", "usher.registration.mode", "closed"))) {
            Visit visit = Visit.begin(linking, linking.nobody(), PATH);
            assertThat(visit.comeBackAs("nimue", "Lake.Lady@camelot.bt", true).statusCode())
                    .isEqualTo(204);
            record Case(Camelot person, boolean verified, String code) {}
            for (Case refused : List.of(
                    new Case(Camelot.MERLIN, false, "OAUTH_USER_ALREADY_EXISTS"),
                    new Case(Camelot.ARTHUR, true, "OAUTH_USER_ALREADY_EXISTS"),
                    new Case(Camelot.ARTHUR, false, "OAUTH_USER_ALREADY_EXISTS"))) {
                assertRefused(
                        Visit.begin(linking, linking.nobody(), PATH)
                                .comeBackAs("x", refused.person().email().value(), refused.verified()),
                        refused.code());
            }
            assertRefused(
                    Visit.begin(linking, linking.nobody(), PATH).comeBackAs("new", "new@camelot.bt", true),
                    "REGISTER_NOT_ALLOWED");
        }
    }

    @Test
    void letAStateExpireAndNameTheAddressBrowsersKnow() throws InterruptedException {
        try (RoundTableServer hasty = new RoundTableServer(
                Map.of("usher.oauth.lifetime", "PT1S", "usher.public-url", "https://camelot.bt/castle"))) {
            Visit visit = Visit.begin(hasty, hasty.nobody(), PATH);
            assertThat(visit.query("redirect_uri")).isEqualTo("https://camelot.bt/auth/avalon/callback");
            Thread.sleep(2000);
            assertRefused(visit.comeBackAs("late", "late@camelot.bt", true), "ACCESS_TOKEN_ALREADY_EXPIRED");
        }
    }
}

package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testkit.Knight;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SignpostsTest {

    @Test
    void leadsToAPageWithTheCookiesOfTheLogin() {
        Response login = Response.noContent()
                .header(HttpHeaders.SET_COOKIE, "session")
                .header(HttpHeaders.SET_COOKIE, "key")
                .build();
        Response answer = new Signposts.ToAPage().loggedIn(new Knight(), login);
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getLocation()).isEqualTo(URI.create("/hall"));
        assertThat(answer.getStringHeaders().get(HttpHeaders.SET_COOKIE)).containsExactly("session", "key");
    }

    @Test
    void leadsToTheFrontEndThatIsWhereTheCallbackIs() {
        URI callback = URI.create("https://camelot.bt/auth/avalon/callback");
        assertThat(new Signposts.ToAFrontEnd().redirectUri("avalon", callback))
                .isEqualTo(URI.create("https://camelot.bt/back-from/avalon"));
    }
}

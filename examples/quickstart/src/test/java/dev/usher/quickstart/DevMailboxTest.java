package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code GET /dev/mailbox}. */
@ExtendWith(SharedQuickstart.class)
class DevMailboxTest {

    private final Api api;

    DevMailboxTest(Api api) {
        this.api = api;
    }

    @Test
    void showsTheNewestMailFirst() {
        Person tom = api.registered("Tom");
        String verifyToken = api.verifyToken(tom);
        String resetToken = api.resetToken(tom);
        Answer mailbox = api.get("/dev/mailbox");
        assertThat(mailbox).hasStatus(200).has("Content-Type", "application/json");
        assertThat(mailbox.body())
                .startsWith("[" + mail(tom, "reset", resetToken) + "," + mail(tom, "verify", verifyToken));
    }

    private String mail(Person person, String kind, String token) {
        return "{\"to\":\"%s\",\"kind\":\"%s\",\"token\":\"%s\",\"link\":\"%s/#%2$s=%3$s\"}"
                .formatted(person.email(), kind, token, api.url());
    }
}

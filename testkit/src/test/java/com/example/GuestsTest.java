package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.Email;
import dev.usher.UserServices;
import dev.usher.UsherConfig;
import dev.usher.password.Passwords;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.InMemoryUserDatabase;
import dev.usher.testkit.Knight;
import dev.usher.testkit.RecordingUserEvents;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an application overrides is what counts. */
class GuestsTest {

    private static final Email GAWAIN = Email.of("gawain@camelot.bt");
    private static final String PASSWORD = "the green girdle";

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUserDatabase<Knight, UUID> users = Knight.users(transactions);
    private final UsherConfig config =
            UsherConfig.from(Map.of("usher.secret", "the sword in the stone is mine to draw"));
    private final Guests guests = new Guests(
            users,
            new UserServices(
                    config,
                    Passwords.of(config.passwords(), config.secret()),
                    transactions,
                    new RecordingUserEvents(),
                    Clock.systemUTC()));

    private Knight registered() {
        guests.invite(GAWAIN);
        return guests.register(GAWAIN, PASSWORD, guest -> guest.shield = "a pentangle");
    }

    @Test
    void mayRegisterIfInvited() {
        assertThatThrownBy(() -> guests.register(GAWAIN, PASSWORD, guest -> {}))
                .hasMessageContaining("REGISTER_NOT_ALLOWED");
        assertThat(users.findByEmail(GAWAIN)).isEmpty();
        assertThat(registered().email()).isEqualTo(GAWAIN);
    }

    @Test
    void cannotHaveTheAddressInThePassword() {
        guests.invite(GAWAIN);
        assertThatThrownBy(() -> guests.register(GAWAIN, GAWAIN + "!", guest -> {}))
                .hasMessageContaining("REGISTER_INVALID_PASSWORD")
                .hasMessageContaining("should not contain the e-mail address");
    }

    @Test
    void logInByNameOrAddress() {
        Knight gawain = registered();
        guests.name("gawain", GAWAIN);
        assertThat(guests.login("gawain", PASSWORD).id()).isEqualTo(gawain.id());
        assertThat(guests.login("Gawain@Camelot.bt", PASSWORD).id()).isEqualTo(gawain.id());
        assertThat(guests.authenticate("bertilak", PASSWORD)).isEmpty();
    }

    @Test
    void areDescribedInTheirTokens() {
        assertThat(guests.tokenClaims(registered())).containsEntry("shield", "a pentangle");
    }
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.UserEvent.LoggedIn;
import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.UserEvent.Registering;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingUserEventsTest {

    private final RecordingUserEvents events = new RecordingUserEvents();
    private final Knight arthur = Camelot.ARTHUR.fill(new Knight(), password -> "hash");

    @Test
    void keepsEventsInOrder() {
        LoggedIn first = new LoggedIn(arthur);
        PasswordForgotten second = new PasswordForgotten(arthur, "token");
        events.fire(first);
        events.fireAsync(() -> Optional.of(second));
        assertThat(events.all()).containsExactly(first, second);
        assertThat(events.of(LoggedIn.class)).containsExactly(first);
        assertThat(events.asynchronous()).containsExactly(second);
    }

    @Test
    void vetoesOneTypeAndRecordsIt() {
        IllegalStateException veto = new IllegalStateException("no more knights");
        events.veto(Registering.class, veto);
        assertThatThrownBy(() -> events.fire(new Registering(arthur))).isSameAs(veto);
        events.fire(new LoggedIn(arthur));
        assertThat(events.all()).hasSize(2);
    }

    @Test
    void neverVetoesWhatIsAsynchronous() {
        events.veto(PasswordForgotten.class, new IllegalStateException("no mail"));
        events.fireAsync(() -> Optional.of(new PasswordForgotten(arthur, "token")));
        assertThat(events.of(PasswordForgotten.class)).hasSize(1);
    }

    @Test
    void forgetsEventsWhenCleared() {
        events.fire(new LoggedIn(arthur));
        events.fireAsync(() -> Optional.of(new LoggedIn(arthur)));
        events.clear();
        assertThat(events.all()).isEmpty();
        assertThat(events.asynchronous()).isEmpty();
    }
}

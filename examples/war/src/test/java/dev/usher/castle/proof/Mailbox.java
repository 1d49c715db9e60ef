package dev.usher.castle.proof;

import dev.usher.Email;
import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.UserEvent.VerificationRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps what would have been mailed. */
@ApplicationScoped
public class Mailbox {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Letter> letters = new ArrayList<>();

    record Letter(String address, String kind, String token) {}

    void verify(@ObservesAsync VerificationRequested event) {
        deliver(event.user().email(), "verify", event.token());
    }

    void reset(@ObservesAsync PasswordForgotten event) {
        deliver(event.user().email(), "reset", event.token());
    }

    private synchronized void deliver(Email to, String kind, String token) {
        letters.add(new Letter(to.value(), kind, token));
        notifyAll();
    }

    /** What has come for an address. */
    public synchronized List<Letter> letters(String address) {
        return letters.stream()
                .filter(letter -> letter.address().equals(address))
                .toList();
    }

    /** The token of the latest letter of a kind, waiting for it if it is on its way. */
    public synchronized Optional<String> await(String address, String kind) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Optional<String> token = find(address, kind);
        while (token.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            token = find(address, kind);
        }
        return token;
    }

    private Optional<String> find(String address, String kind) {
        return letters(address).stream()
                .filter(letter -> letter.kind().equals(kind))
                .map(Letter::token)
                .reduce((earlier, later) -> later);
    }
}

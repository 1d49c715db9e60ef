package dev.usher.castle.proof;

import dev.usher.AccessTokens;
import dev.usher.UserEvent.Deleting;
import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.UserEvent.Registered;
import dev.usher.UserEvent.Registering;
import dev.usher.UserEvent.Updated;
import dev.usher.UserEvent.VerificationRequested;
import dev.usher.castle.Member;
import dev.usher.castle.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
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

    private final Members members;
    private final AccessTokens<?, ?> tokens;

    /** For CDI, which makes a proxy that needs no more. */
    @SuppressWarnings("NullAway")
    protected Mailbox() {
        this(null, null);
    }

    @Inject
    Mailbox(Members members, AccessTokens<?, ?> tokens) {
        this.members = members;
        this.tokens = tokens;
    }

    void verify(@ObservesAsync VerificationRequested event) {
        deliver(event.user(Member.class), "verify", event.token());
    }

    void reset(@ObservesAsync PasswordForgotten event) {
        deliver(event.user(Member.class), "reset", event.token());
    }

    /** Uses the database after the commit, whoever's the transaction was. */
    void registered(@Observes Registered event) {
        tokens.purgeExpired();
        deliver(event.user(Member.class), "registered", "");
    }

    /** To the address before, which is worth a mail. */
    void updated(@Observes Updated event) {
        keep(new Letter(event.previousEmail().value(), "updated", ""));
    }

    /** Merlin cannot go. */
    void deleting(@Observes Deleting event) {
        if (event.user().email().value().startsWith("merlin")) {
            throw new IllegalStateException("the spell of Nimue");
        }
    }

    /** Nobody called Morgan gets in, and the reason is none of her business. */
    void registering(@Observes Registering event) {
        if (event.user().email().value().startsWith("morgan")) {
            throw new IllegalStateException("the secret of the isle");
        }
    }

    /** Looks the member up again, as a mail that says more would have to. */
    private void deliver(Member to, String kind, String token) {
        keep(new Letter(members.get(to.id()).email().value(), kind, token));
    }

    private synchronized void keep(Letter letter) {
        letters.add(letter);
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

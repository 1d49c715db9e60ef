package com.example;

import dev.usher.Email;
import dev.usher.UserDatabase;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.testkit.Knight;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The guests of a tavern, with rules of its own: every rule that an application can override. */
class Guests extends UserManager<Knight, UUID> {

    private final UserDatabase<Knight, UUID> users;
    private final Map<String, Email> addressesByName = new ConcurrentHashMap<>();
    private final Set<Email> invited = ConcurrentHashMap.newKeySet();

    Guests(UserDatabase<Knight, UUID> users, UserServices services) {
        super(users, services);
        this.users = users;
    }

    void invite(Email email) {
        invited.add(email);
    }

    void name(String name, Email email) {
        addressesByName.put(name, email);
    }

    /** A password policy of your own, beside the length. */
    @Override
    protected Optional<String> validatePassword(String password, Knight guest) {
        if (password.contains(guest.email().value())) {
            return Optional.of("Password should not contain the e-mail address");
        }
        return super.validatePassword(password, guest);
    }

    /** Who may have an account: whoever the configuration lets in, and is invited. */
    @Override
    protected boolean admits(Knight guest) {
        return super.admits(guest) && invited.contains(guest.email());
    }

    /** A user name beside the address. */
    @Override
    protected Optional<Knight> findByLogin(String login) {
        return Optional.ofNullable(addressesByName.get(login))
                .flatMap(users::findByEmail)
                .or(() -> super.findByLogin(login));
    }

    /** What else a signed token says. */
    @Override
    public Map<String, Object> tokenClaims(Knight guest) {
        return Map.of("shield", guest.shield);
    }
}

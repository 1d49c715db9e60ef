package dev.usher.cli;

import dev.usher.UserDatabase;
import dev.usher.UserManager;
import dev.usher.UserServices;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The use cases of users, and the judgement on passwords that they contain. */
final class AccountManager<ID> extends UserManager<Account<ID>, ID> {

    private final UserServices services;

    AccountManager(UserDatabase<Account<ID>, ID> users, UserServices services) {
        super(users, services);
        this.services = services;
    }

    /**
     * The hash of a password that a user shall have.
     *
     * @throws Refusal if the policy refuses the password
     */
    String hash(String password, Account<ID> account) {
        tooLong(password).or(() -> validatePassword(password, account)).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        return services.passwords().hash(password);
    }

    private Optional<String> tooLong(String password) {
        int most = services.passwords().maxPasswordBytes();
        return password.getBytes(StandardCharsets.UTF_8).length > most
                ? Optional.of("Password should be at most " + most + " bytes")
                : Optional.empty();
    }
}

package dev.usher.cli;

import dev.usher.UsherConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user set-password}. */
@Command(
        name = "set-password",
        description = {
            "Sets a user's password and ends all her tokens. The password is asked for, or read from standard input;"
                    + " usher.password.min-length and usher.password.formats apply."
        },
        footer = {"%nExample:", "  usher user set-password arthur@camelot.bt"})
final class UserSetPassword extends UserCommand {

    @Parameters(paramLabel = "EMAIL", description = "Whose, in any spelling")
    private String email = "";

    @Mixin
    private final PasswordOptions passwordOptions = new PasswordOptions();

    UserSetPassword(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        UsherConfig config = PasswordConfig.read(surroundings().settings());
        Accounts<?> accounts = accounts();
        Account<?> account = accounts.get(email);
        accounts.setPassword(email, passwordOptions.read(surroundings()), config);
        say(Printable.of(account.email() + " has a new password; all her tokens have ended"));
        return ExitCode.DONE;
    }
}

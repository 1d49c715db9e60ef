package dev.usher.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user set-flag}. */
@Command(
        name = "set-flag",
        description = {
            "Sets or unsets a flag of a user. Deactivation ends all her tokens. The last active superuser keeps her"
                    + " rights unless --force is given."
        },
        footer = {
            "%nExamples:",
            "  usher user set-flag merlin@camelot.bt superuser true",
            "  usher user set-flag mordred@camelot.bt active false"
        })
final class UserSetFlag extends UserCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "Whose, in any spelling")
    private String email = "";

    @Parameters(index = "1", paramLabel = "FLAG", description = "active, superuser or verified")
    private Flag flag = Flag.ACTIVE;

    @Parameters(index = "2", paramLabel = "VALUE", description = "true or false")
    private boolean value;

    @Option(names = "--force", description = "Also if nobody is an active superuser then.")
    private boolean force;

    UserSetFlag(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        Accounts<?> accounts = accounts();
        Account<?> account = accounts.get(email);
        boolean changed = force ? accounts.setFlag(email, flag, value) : accounts.setFlagGuarded(email, flag, value);
        String state = (value ? "" : "not ") + flag.name().toLowerCase(Locale.ROOT);
        boolean ended = changed && flag == Flag.ACTIVE && !value;
        say(Printable.of(account.email()
                + (changed ? " is now " : " was already ")
                + state
                + (ended ? "; all her tokens have ended" : "")));
        return ExitCode.DONE;
    }
}

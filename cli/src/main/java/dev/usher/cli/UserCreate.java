package dev.usher.cli;

import dev.usher.Email;
import dev.usher.UsherConfig;
import dev.usher.schema.IdType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user create}. */
@Command(
        name = "create",
        description = {
            "Creates an active user. The password is asked for, or read from standard input; usher.password.min-length"
                    + " and usher.password.formats apply. A policy of the application's own does not, and nobody is"
                    + " told."
        },
        footer = {
            "%nExamples:",
            "  usher user create merlin@camelot.bt --superuser --verified",
            "  pass show arthur | usher user create arthur@camelot.bt --password-stdin"
        })
final class UserCreate extends UserCommand {

    @Parameters(paramLabel = "EMAIL", description = "Her address, in any spelling")
    private String email = "";

    @Option(names = "--superuser", description = "She may administer other users.")
    private boolean superuser;

    @Option(names = "--verified", description = "The address is known to be hers.")
    private boolean verified;

    @Option(names = "--id", paramLabel = "ID", description = "Her id; required with --id-type string, and only there")
    private @Nullable String id;

    @Mixin
    private final PasswordOptions passwordOptions = new PasswordOptions();

    UserCreate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        Email address = Email.parse(email).orElseThrow(() -> misuse("this is no e-mail address that Usher accepts"));
        if ((id != null) != tableOptions().idKind().type().equals(IdType.STRING)) {
            throw misuse("--id and --id-type string need each other; other ids are made");
        }
        UsherConfig config = PasswordConfig.read(surroundings().settings());
        Accounts<?> accounts = accounts();
        String password = passwordOptions.read(surroundings());
        Account<?> account = accounts.create(address, id, password, new Registration(superuser, verified), config);
        say(Printable.of("created " + account.email() + " with the id " + account.id()));
        return ExitCode.DONE;
    }
}

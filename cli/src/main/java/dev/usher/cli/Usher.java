package dev.usher.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The root of all commands. */
@Command(
        name = "usher",
        synopsisSubcommandLabel = "schema|user COMMAND",
        description = "Tables and users of an application that uses Usher.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused, or a problem was found",
            "2:wrong usage",
            "3:the database cannot be reached, or is too busy"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  usher schema migrate --url jdbc:sqlite:usher.db",
            "  usher user create merlin@camelot.bt --superuser",
            "  usher user list --active true",
            "",
            "The database is --url, else the configuration key usher.datasource.url (in the",
            "environment USHER_DATASOURCE_URL), else DATABASE_URL, else jdbc:sqlite:usher.db."
        })
final class Usher {

    private Usher() {}

    /** All commands, ready to {@linkplain CommandLine#execute execute}. */
    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine schema = new CommandLine(new SchemaCommands())
                .addSubcommand(new SchemaCreate(surroundings))
                .addSubcommand(new SchemaMigrate(surroundings))
                .addSubcommand(new SchemaValidate(surroundings))
                .addSubcommand(new SchemaDiff(surroundings))
                .addSubcommand(new SchemaAdopt(surroundings));
        CommandLine user = new CommandLine(new UserCommands())
                .addSubcommand(new UserCreate(surroundings))
                .addSubcommand(new UserList(surroundings))
                .addSubcommand(new UserSetPassword(surroundings))
                .addSubcommand(new UserSetFlag(surroundings));
        return new CommandLine(new Usher())
                .addSubcommand(schema)
                .addSubcommand(user)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(UsageMessageSpec.DEFAULT_USAGE_WIDTH + 20)
                .setParameterExceptionHandler(Failures::misused)
                .setExecutionExceptionHandler(Failures::failed);
    }

    @Command(
            name = "schema",
            synopsisSubcommandLabel = "COMMAND",
            description = "Creates, migrates, compares and adopts tables.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            footerHeading = "%nExamples:%n",
            footer = {
                "  usher schema create                     development: tables in one go",
                "  usher schema migrate --table members    production: by versions",
                "  usher schema validate && echo good",
                "  usher schema diff > repair.sql"
            })
    private static final class SchemaCommands {}

    @Command(
            name = "user",
            synopsisSubcommandLabel = "COMMAND",
            description = "Creates, lists and changes users.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            footerHeading = "%nExamples:%n",
            footer = {
                "  usher user create merlin@camelot.bt --superuser",
                "  usher user set-password arthur@camelot.bt",
                "  usher user set-flag mordred@camelot.bt active false"
            })
    private static final class UserCommands {}
}

package dev.usher.cli;

import dev.usher.spi.UserFilter;
import dev.usher.spi.UserListing;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Order;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code user list}. */
@Command(
        name = "list",
        description = {
            "Lists users, one a line, with tabs between id, address, active, superuser, verified and the time of"
                    + " registration. Reads page by page, so that any number of users will do."
        },
        footer = {
            "%nExamples:",
            "  usher user list --superuser true",
            "  usher user list --email-prefix art --limit 10",
            "  usher user list --order email | cut -f 2"
        })
final class UserList extends UserCommand {

    private static final int PROGRESS_STEP = 10 * UserPage.Request.MAX_LIMIT;

    @Option(
            names = "--active",
            arity = "1",
            paramLabel = "BOOL",
            description = "Only those who are (true), or are not (false)")
    private @Nullable Boolean active;

    @Option(names = "--superuser", arity = "1", paramLabel = "BOOL", description = "Only those who are, or are not")
    private @Nullable Boolean superuser;

    @Option(names = "--verified", arity = "1", paramLabel = "BOOL", description = "Only those who are, or are not")
    private @Nullable Boolean verified;

    @Option(names = "--email-prefix", paramLabel = "TEXT", description = "Only those whose address begins so")
    private @Nullable String emailPrefix;

    @Option(names = "--order", paramLabel = "ORDER", defaultValue = "id", description = "id or email. Default: id")
    private Order order = Order.ID;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many users. Default: all")
    private long limit = Long.MAX_VALUE;

    UserList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw misuse("--limit must be at least 1, not " + limit);
        }
        UserFilter filter = new UserFilter(
                active, superuser, verified, emailPrefix == null ? null : emailPrefix.toLowerCase(Locale.ROOT));
        UserListing<? extends Account<?>> listing = accounts().listing();
        say("id\temail\tactive\tsuperuser\tverified\tcreated");
        long listed = list(listing, filter);
        note(listed == 1 ? "1 user" : listed + " users");
        return ExitCode.DONE;
    }

    /** Stops early where nobody reads any more, as behind {@code | head}. */
    private long list(UserListing<? extends Account<?>> listing, UserFilter filter) {
        long listed = 0;
        String after = null;
        do {
            int size = (int) Math.min(UserPage.Request.MAX_LIMIT, limit - listed);
            UserPage<? extends Account<?>> page = listing.list(filter, new UserPage.Request(order, after, size));
            page.users().forEach(account -> say(line(account)));
            listed += page.users().size();
            after = page.next();
            if (after != null && listed % PROGRESS_STEP == 0) {
                note(listed + " users so far");
            }
        } while (after != null && listed < limit && !out().checkError());
        return listed;
    }

    private static String line(Account<?> account) {
        return String.join(
                "\t",
                Printable.of(String.valueOf(account.id())),
                Printable.of(account.email().value()),
                String.valueOf(account.active()),
                String.valueOf(account.superuser()),
                String.valueOf(account.verified()),
                account.createdAt().toString());
    }
}

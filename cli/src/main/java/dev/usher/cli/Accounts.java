package dev.usher.cli;

import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.ProfileEdit;
import dev.usher.UserManager;
import dev.usher.UserServices;
import dev.usher.UsersException;
import dev.usher.UsherConfig;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.JdbcUserListing;
import dev.usher.jdbc.UserTable;
import dev.usher.password.Passwords;
import dev.usher.schema.DatabaseException;
import dev.usher.spi.UserListing;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The users of one table, as an operator deals with them. */
final class Accounts<ID> {

    private static final int MAX_ATTEMPTS = 10;
    private static final String NOT_NULL_VIOLATION = "23502";

    private final UserTable<Account<ID>, ID> table;
    private final JdbcTransactions transactions;
    private final JdbcUserDatabase<Account<ID>, ID> users;
    private final Clock clock = Clock.systemUTC();

    Accounts(DataSource dataSource, UserTable<Account<ID>, ID> table) {
        this.table = table;
        this.transactions = new JdbcTransactions(dataSource);
        this.users = new JdbcUserDatabase<>(transactions, table);
    }

    UserListing<Account<ID>> listing() {
        return new JdbcUserListing<>(transactions, table);
    }

    /**
     * Who has this address.
     *
     * @param typed in any spelling; one that Usher does not accept may be stored all the same, by an adoption
     * @throws Refusal if nobody
     */
    Account<ID> get(String typed) {
        Email email = Email.parse(typed).orElseGet(() -> Email.fromStorage(typed));
        return users.findByEmail(email)
                .orElseThrow(() -> new Refusal("no user has the address " + Printable.of(typed)));
    }

    /**
     * Creates a user.
     *
     * @param id as text; null where the database or the adapter makes ids
     */
    Account<ID> create(Email email, @Nullable String id, String password, Registration flags, UsherConfig config) {
        try {
            return manager(config, flags).register(email, password, account -> setId(account, id));
        } catch (UsersException e) {
            if (e.code() == ErrorCode.REGISTER_USER_ALREADY_EXISTS) {
                throw new Refusal(
                        users.findByEmail(email).isPresent()
                                ? "the address " + email + " has an account"
                                : "the id, or another value that must be unique, is taken");
            }
            throw e;
        } catch (DatabaseException e) {
            throw Failures.sql(e)
                    .filter(Accounts::isMissingValue)
                    .<RuntimeException>map(cause -> needsMore(cause))
                    .orElse(e);
        }
    }

    /** Sets a password and ends all the user's tokens, also of an inactive user. */
    void setPassword(String email, String password, UsherConfig config) {
        ProfileEdit<Account<ID>> edit = new ProfileEdit<>(null, password, null);
        ID id = get(email).id();
        if (manager(config, new Registration(false, false))
                .update(id, edit, any -> true)
                .isEmpty()) {
            throw new Refusal("this user has just been deleted");
        }
    }

    /**
     * Sets a flag; deactivation ends all the user's tokens.
     *
     * @return whether it was another before
     * @throws Refusal if nobody would be an active superuser any more
     */
    boolean setFlag(String email, Flag flag, boolean value) {
        return change(email, account -> {
            if (flag.of(account) == value) {
                return false;
            }
            flag.set(account, value);
            if (flag == Flag.ACTIVE && !value) {
                endTokens(account);
            }
            return true;
        });
    }

    /** The same, but refuses to take the last active superuser her rights. */
    boolean setFlagGuarded(String email, Flag flag, boolean value) {
        if (value || !flag.makesSuperusers()) {
            return setFlag(email, flag, value);
        }
        return transactions.inTransaction(() -> {
            Account<ID> account = get(email);
            if (users.lockActiveSuperusers(account.id()).equals(Set.of(account.id()))) {
                throw new Refusal(
                        account.email() + " is the last active superuser; to go on all the same, use --force");
            }
            return setFlag(email, flag, false);
        });
    }

    /** Reads, changes and stores by compare-and-set until nobody came between. */
    private boolean change(String email, Predicate<Account<ID>> change) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Account<ID> account = get(email);
            if (!change.test(account)) {
                return false;
            }
            account.updatedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (isStored(account)) {
                return true;
            }
        }
        throw new Refusal("others keep changing this user; try again");
    }

    private boolean isStored(Account<ID> account) {
        return switch (users.update(account)) {
            case UPDATED -> true;
            case STALE -> false;
            case EMAIL_TAKEN -> throw new IllegalStateException("an unchanged address cannot be taken");
        };
    }

    private static void endTokens(Account<?> account) {
        account.tokenVersion(account.tokenVersion() == Integer.MAX_VALUE ? 1 : account.tokenVersion() + 1);
    }

    private void setId(Account<ID> account, @Nullable String id) {
        if (id != null) {
            account.id(users.parseId(id)
                    .orElseThrow(() -> new IllegalArgumentException("--id: this cannot be an id of a user")));
        }
    }

    private UserManager<Account<ID>, ID> manager(UsherConfig config, Registration flags) {
        Passwords passwords = Passwords.of(config.passwords(), config.secret());
        UserServices services = new UserServices(config, passwords, transactions, flags, clock);
        return new UserManager<>(users, services);
    }

    private static boolean isMissingValue(SQLException e) {
        return NOT_NULL_VIOLATION.equals(e.getSQLState())
                || String.valueOf(e.getMessage()).contains("NOT NULL constraint failed");
    }

    private static Refusal needsMore(SQLException e) {
        return new Refusal(
                "the table has a column of the application's own that must have a value ("
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                        + "). Let the user register with the application, then use usher user set-flag",
                e);
    }
}

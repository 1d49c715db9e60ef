package dev.usher.testkit;

import dev.usher.UserDatabase;
import java.util.UUID;

/** Knights whose transactions end with a duplicate, as in JPA. */
class DoomedRoundTable implements UserDatabaseSubject<Knight, UUID> {

    final DoomedTransactions transactions = new DoomedTransactions();
    private final UserDatabase<Knight, UUID> users = transactions.users();

    @Override
    public UserDatabase<Knight, UUID> users() {
        return users;
    }

    @Override
    public DoomedTransactions transactions() {
        return transactions;
    }

    @Override
    public UUID unknownId() {
        return UUID.randomUUID();
    }

    @Override
    public boolean survivesDuplicates() {
        return false;
    }
}

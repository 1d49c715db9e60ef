package dev.usher.castle.proof;

import dev.usher.Email;
import dev.usher.UserDatabase;
import dev.usher.castle.Member;
import dev.usher.spi.Transactions;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.TransactionsContract;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import java.util.UUID;

/** The contract of transactions, for those that the application has wired. */
class TransactionsProof implements TransactionsContract {

    private final Transactions transactions =
            CDI.current().select(Transactions.class).get();
    private final UserDatabase<Member, UUID> members = CDI.current()
            .select(new TypeLiteral<UserDatabase<Member, UUID>>() {})
            .get();
    private final String run = UUID.randomUUID().toString();

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void write(String key) {
        Member member = Camelot.ARTHUR.fill(members.newUser(), password -> "$" + password);
        member.email(address(key));
        if (!members.insert(member)) {
            throw new AssertionError(key + " is written already");
        }
    }

    /** Reads in a transaction, because on a thread that Open Liberty does not know it can be done in one only. */
    @Override
    public boolean exists(String key) {
        return transactions.inTransaction(
                () -> members.findByEmail(address(key)).isPresent());
    }

    private Email address(String key) {
        return Email.of(key + "-" + run + "@camelot.bt");
    }
}

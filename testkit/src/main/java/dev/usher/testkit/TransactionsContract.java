package dev.usher.testkit;

/**
 * What every {@link dev.usher.spi.Transactions} must do, together with the adapter that writes in them. A subject
 * implements the hooks of {@link TransactionsSubject}, e.g. by inserting and finding users:
 *
 * <pre>{@code
 * @Nested class OnPostgres implements TransactionsContract {
 *     @Override public Transactions transactions() { … }
 *     @Override public void write(String key) { … }
 *     @Override public boolean exists(String key) { … }
 * }
 * }</pre>
 */
public interface TransactionsContract
        extends InTransactionContract, InNewTransactionContract, AfterCommitContract, AfterRollbackContract {}

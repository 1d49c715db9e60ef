package dev.usher.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** Squires in memory: a subject with texts for ids, which the application assigns. */
class SquireTable implements UserDatabaseSubject<Squire, String> {

    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryUserDatabase<Squire, String> users =
            new InMemoryUserDatabase<>(transactions, Squire::new, Ids.assignedTexts(), (from, to) -> {});
    private final AtomicInteger names = new AtomicInteger();

    @Override
    public InMemoryUserDatabase<Squire, String> users() {
        return users;
    }

    @Override
    public InMemoryTransactions transactions() {
        return transactions;
    }

    @Override
    public String unknownId() {
        return "squire " + names.incrementAndGet();
    }

    @Override
    public void prepare(Squire squire) {
        squire.id(unknownId());
    }
}

package dev.usher.testkit;

import java.util.concurrent.atomic.AtomicLong;

/** Pages in memory: a subject with numbers for ids. */
class PageTable implements UserDatabaseSubject<Page, Long> {

    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryUserDatabase<Page, Long> users =
            new InMemoryUserDatabase<>(transactions, Page::new, Ids.ascendingLongs(), (from, to) -> {});
    private final AtomicLong unknown = new AtomicLong(Long.MAX_VALUE);

    @Override
    public InMemoryUserDatabase<Page, Long> users() {
        return users;
    }

    @Override
    public InMemoryTransactions transactions() {
        return transactions;
    }

    @Override
    public Long unknownId() {
        return unknown.decrementAndGet();
    }
}

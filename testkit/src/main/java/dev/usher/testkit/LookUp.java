package dev.usher.testkit;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Something the adapters ask the database for.
 *
 * @param name what it is called in the documentation
 * @param kind how it is found
 * @param call asks for that of the n-th user
 */
record LookUp(String name, Kind kind, IntConsumer call) {

    enum Kind {
        /** By the value of an index. */
        BY_VALUE,
        /** Along an index from its beginning. */
        FROM_THE_START,
        /** By value, and it changes something. */
        WRITING
    }

    /** What is sent for it; of rows that expire, enough have done so. */
    List<String> statements(FaultyDataSource dataSource) {
        return dataSource.statementsOf(() -> call.accept(10_000));
    }
}

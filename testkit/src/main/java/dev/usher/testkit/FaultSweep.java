package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.testkit.FaultyDataSource.Fault;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A request, with a failure at its first JDBC call, at its second, and so on.
 *
 * @param dataSource where the failures happen
 * @param observer sees what is committed
 * @param refusal what is thrown for a failure that is no outage
 * @param whole whether a request that fails may not leave a part of it behind
 */
record FaultSweep(
        FaultyDataSource dataSource, DataSource observer, Class<? extends RuntimeException> refusal, boolean whole) {

    /** Fewer calls than this reach no commit. */
    private static final int LEAST_CALLS = 8;

    /**
     * Fails unless the database is as before or as after each time, no connection is lost, and the same request then works.
     *
     * @param prepare stores what the request needs in empty tables, and makes what it is given
     * @param request can be asked again, also where it was done already
     */
    <T> void run(Supplier<T> prepare, Consumer<T> request) {
        List<String> after = undisturbed(prepare, request);
        for (Fault fault : Fault.values()) {
            int n = 1;
            while (survives(new Blow(n, fault), prepare, request, after)) {
                n++;
            }
            assertThat(n).as("calls").isGreaterThan(LEAST_CALLS);
        }
    }

    private record Blow(int call, Fault fault) {}

    private <T> List<String> undisturbed(Supplier<T> prepare, Consumer<T> request) {
        T prepared = prepared(prepare);
        ask(request, prepared);
        return Dump.of(observer);
    }

    /** Whether there was such a call. */
    private <T> boolean survives(Blow blow, Supplier<T> prepare, Consumer<T> request, List<String> after) {
        T prepared = prepared(prepare);
        List<String> before = Dump.of(observer);
        dataSource.fail(blow.call(), blow.fault());
        RuntimeException failure = ask(request, prepared);
        String where = blow + ", " + dataSource.failed();
        boolean reached = dataSource.failed() != null;
        dataSource.fail(0, blow.fault());

        assertAllOrNothing(where, isFault(failure) ? before : after, after);
        if (isFault(failure)) {
            assertThat(reached)
                    .as("something else failed")
                    .withFailMessage(() -> String.valueOf(failure))
                    .isTrue();
            assertThat(failure).as(where).isInstanceOf(blow.fault().isOutage() ? UsersException.class : refusal);
        }
        assertThat(dataSource.open()).as("connections lost, " + where).isZero();
        assertThat(ask(request, prepared)).as("the next request, " + where).matches(again -> !isFault(again));
        assertThat(Dump.of(observer)).as("the next request, " + where).isEqualTo(after);
        return reached;
    }

    private void assertAllOrNothing(String where, List<String> before, List<String> after) {
        List<String> found = Dump.of(observer);
        if (whole || before.equals(after)) {
            assertThat(found).as(where).isIn(before, after);
        } else {
            assertThat(found).as(where).containsAll(before);
            assertThat(after).as(where).containsAll(found);
        }
    }

    private <T> T prepared(Supplier<T> prepare) {
        Sql sql = new Sql(observer);
        sql.execute("DELETE FROM users");
        sql.execute("DELETE FROM revoked_token");
        return prepare.get();
    }

    private static <T> @Nullable RuntimeException ask(Consumer<T> request, T prepared) {
        try {
            request.accept(prepared);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Refusals of a use case are answers. */
    private static boolean isFault(@Nullable RuntimeException failure) {
        return failure instanceof UsersException e ? e.code() == ErrorCode.SERVICE_UNAVAILABLE : failure != null;
    }
}

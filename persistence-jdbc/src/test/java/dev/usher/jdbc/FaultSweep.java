package dev.usher.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.UsersException;
import dev.usher.jdbc.FaultyDataSource.Fault;
import dev.usher.schema.DatabaseException;
import dev.usher.spi.AccessToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every use case with a failure at its first JDBC call, at its second, and so on: the database is as before or as after,
 * never between, no connection is lost, and the same request then works.
 */
abstract class FaultSweep<ID> {

    /** Fewer calls than this reach no commit. */
    private static final int LEAST_CALLS = 8;

    private final UserTable<Knight<ID>, ID> table;
    private final HikariDataSource pool;
    private final HikariDataSource observers;
    private final FaultyDataSource faulty;

    FaultSweep(Engine engine, IdKind<ID> ids) {
        table = Knight.table("users", ids.type());
        pool = engine.pool(2, FaultSweep::hurry);
        observers = engine.pool(1, FaultSweep::hurry);
        faulty = new FaultyDataSource(pool);
    }

    /** No power is cut here. The driver of PostgreSQL takes no notice. */
    private static void hurry(HikariConfig config) {
        config.setConnectionTimeout(1000);
        config.addDataSourceProperty("synchronous", "OFF");
    }

    @BeforeEach
    void createTables() {
        table.createTables(observers);
    }

    @AfterEach
    void closePools() {
        pool.close();
        observers.close();
    }

    @Test
    void register() {
        sweep(castle -> castle.manager.register(Email.of("galahad@camelot.bt"), "the grail", knight -> {}));
    }

    @Test
    void registerWithATakenAddress() {
        sweep(castle -> castle.manager.register(Castle.ARTHUR, "the grail", knight -> {}));
    }

    @Test
    void loginThatUpgradesTheHash() {
        sweep(castle -> castle.manager.login("arthur@camelot.bt", "guinevere"));
    }

    @Test
    void verify() {
        sweep(Castle::verifyToken, (castle, token) -> castle.manager.verify(token));
    }

    @Test
    void resetPassword() {
        sweep(Castle::resetToken, (castle, token) -> castle.manager.resetPassword(token, "the grail"));
    }

    @Test
    void update() {
        sweep(castle -> castle.transactions.inTransaction(() -> {
            Knight<ID> arthur = castle.arthur();
            if (arthur.motto() == null) {
                arthur.motto("rex quondam");
                castle.users.update(arthur);
            }
            return arthur;
        }));
    }

    @Test
    void updateWithoutATransaction() {
        sweep(castle -> {
            Knight<ID> arthur = castle.arthur();
            if (arthur.motto() == null) {
                arthur.motto("rex quondam");
                castle.users.update(arthur);
            }
        });
    }

    @Test
    void delete() {
        sweep(castle -> castle.transactions.inTransaction(
                () -> castle.users.findByEmail(Castle.ARTHUR).map(arthur -> castle.users.delete(arthur.id()))));
    }

    @Test
    void link() {
        sweep(castle -> castle.transactions.inTransaction(
                () -> castle.accounts.link(castle.arthur().id(), Castle.account("square"))));
    }

    @Test
    void linkWithoutATransaction() {
        sweep(castle -> castle.accounts.link(castle.arthur().id(), Castle.account("square")));
    }

    @Test
    void firstLoginWithAnAccount() {
        sweep(castle -> castle.transactions.inTransaction(() -> {
            Knight<ID> bors = Knight.named("bors");
            if (castle.users.insert(bors)) {
                castle.accounts.link(bors.id(), Castle.account("round"));
                castle.accounts.link(bors.id(), Castle.account("square"));
                castle.tokens.insert(new AccessToken<>("b2".repeat(32), bors.id(), 7, Castle.NOON, Castle.NOON));
            }
            return bors;
        }));
    }

    @Test
    void unlinkAndLogOut() {
        sweep(castle -> castle.transactions.inTransaction(() ->
                castle.accounts.unlink(castle.arthur().id(), "table", "round") && castle.tokens.delete(Castle.DIGEST)));
    }

    @Test
    void revokeAndPurge() {
        sweep(castle -> castle.transactions.inTransaction(() -> {
            castle.revokedTokens.purgeExpired(Castle.NOON, 10);
            castle.revokedTokens.revoke("token", Castle.NOON.plusSeconds(60));
            return castle.tokens.purgeExpired(Castle.NOON.plusSeconds(60), 10);
        }));
    }

    @Test
    void bulkInsert() {
        sweep(castle -> {
            Knight<ID> mordred = Knight.named("mordred");
            mordred.motto("\0");
            castle.bulkInsert.insertAll(
                    List.of(Knight.named("kay"), mordred, Knight.named("arthur"), Knight.named("bors")));
        });
    }

    private void sweep(Consumer<Castle<ID>> request) {
        sweep(castle -> true, (castle, nothing) -> request.accept(castle));
    }

    /** @param prepare makes something the request needs, e.g. a token, while nothing fails */
    private <T> void sweep(Function<Castle<ID>, T> prepare, BiConsumer<Castle<ID>, T> request) {
        Run<T> run = new Run<>(prepare, request);
        List<String> after = run.undisturbed();
        for (Fault fault : Fault.values()) {
            int n = 1;
            while (run.survives(n, fault, after)) {
                n++;
            }
            assertThat(n).as("calls").isGreaterThan(LEAST_CALLS);
        }
    }

    private final class Run<T> {

        private final Function<Castle<ID>, T> prepare;
        private final BiConsumer<Castle<ID>, T> request;

        Run(Function<Castle<ID>, T> prepare, BiConsumer<Castle<ID>, T> request) {
            this.prepare = prepare;
            this.request = request;
        }

        List<String> undisturbed() {
            T prepared = furnished();
            ask(castle(), prepared);
            return Dump.of(observers);
        }

        /** Whether there was an n-th call. */
        boolean survives(int n, Fault fault, List<String> after) {
            T prepared = furnished();
            List<String> before = Dump.of(observers);
            Castle<ID> castle = castle();
            faulty.fail(n, fault);
            RuntimeException failure = ask(castle, prepared);
            String where = fault + " at call " + n + ", " + faulty.failed();
            boolean reached = faulty.failed() != null;
            faulty.fail(0, fault);

            List<String> found = Dump.of(observers);
            if (isFault(failure)) {
                assertThat(reached).as(where).isTrue();
                assertThat(isOutage(failure)).as(where).isEqualTo(fault.isOutage());
                assertThat(found).as(where).isIn(before, after);
            } else {
                assertThat(found).as(where).isEqualTo(after);
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                    .as("connections lost, " + where)
                    .isZero();
            assertThat(isFault(ask(castle, prepared)))
                    .as("the next request fails, " + where)
                    .isFalse();
            assertThat(Dump.of(observers)).as("the next request, " + where).isEqualTo(after);
            return reached;
        }

        private Castle<ID> castle() {
            return new Castle<>(faulty.dataSource(), table);
        }

        private T furnished() {
            clear();
            Castle<ID> calm = new Castle<>(observers, table);
            calm.furnish();
            return prepare.apply(calm);
        }

        private @Nullable RuntimeException ask(Castle<ID> castle, T prepared) {
            try {
                request.accept(castle, prepared);
                return null;
            } catch (UsersException | DatabaseException e) {
                return e;
            }
        }
    }

    /** Refusals are answers. */
    private static boolean isFault(@Nullable RuntimeException failure) {
        return failure instanceof DatabaseException || isOutage(failure);
    }

    private static boolean isOutage(@Nullable RuntimeException failure) {
        return failure instanceof UsersException e && e.code() == ErrorCode.SERVICE_UNAVAILABLE;
    }

    private void clear() {
        try (Connection connection = observers.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM users");
            statement.execute("DELETE FROM revoked_token");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

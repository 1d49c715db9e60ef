package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.jpa.OnUnit.Kind;
import dev.usher.schema.IdType;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Order;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** Of two lower bounds SQLite seeks the one that comes first in the statement, and its plan does not say which. */
class PagesOnSqliteTest {

    private static final String USERS = """
            INSERT INTO users (id, email, hashed_password, is_active, is_superuser, is_verified, token_version,
                row_version, created_at, updated_at, seat)
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5000)
            SELECT printf('%08d-0000-4000-8000-000000000000', n), printf('knight%04d@camelot.bt', n), '$', 1, 0, 0, 7,
                0, 0, 0, 0
            FROM numbers""";

    private final Unit unit = Unit.of(Engine.SQLITE, IdType.UUID).empty();
    private final HikariDataSource pool = Engine.pool(unit.url(), 1);
    private final EntityManagerFactory factory =
            Persistence.createEntityManagerFactory("uuid", HibernateSettings.on(pool));
    private final JpaUserListing<Member, ?> listing =
            new JpaUserListing<>(new JpaTransactions(factory), Kind.MEMBERS.user());

    @AfterEach
    void close() {
        factory.close();
        pool.close();
    }

    @Test
    void farBehindAPrefixAreNoMoreWorkThanTheFirst() throws SQLException {
        unit.execute(USERS);
        AtomicInteger work = new AtomicInteger();
        count(work);

        int first = workOf(work, null);
        int far = workOf(work, "email:knight4900@camelot.bt");

        assertThat(first).isPositive();
        assertThat(far).isLessThanOrEqualTo(2 * first);
    }

    private int workOf(AtomicInteger work, @Nullable String after) {
        int before = work.get();
        UserFilter knights = new UserFilter(null, null, null, "knight");
        assertThat(listing.list(knights, new UserPage.Request(Order.EMAIL, after, 20))
                        .users())
                .hasSize(20);
        return work.get() - before;
    }

    /** Of every 100 steps of SQLite's machine, on the one connection that there is. */
    private void count(AtomicInteger work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            ProgressHandler.setHandler(connection.unwrap(SQLiteConnection.class), 100, new ProgressHandler() {
                @Override
                protected int progress() {
                    work.incrementAndGet();
                    return 0;
                }
            });
        }
    }
}

package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.ErrorCode;
import dev.usher.UpdateOutcome;
import dev.usher.UsersException;
import dev.usher.spi.AccessToken;
import dev.usher.spi.OAuthAccount;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.SqlAdapters;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A database that may be read only, as a standby is: reads go on, and writes are an outage until it takes them again. */
class ReadOnlyDatabaseTest {

    private static final String DIGEST = "a1".repeat(32);
    private static final OAuthAccount ACCOUNT =
            new OAuthAccount("table", "round", "a@example.com", "sealed", null, null);

    abstract static class OnEngine extends OnUnit<Member, UUID> {

        private final HikariDataSource standby;
        private final EntityManagerFactory factory;
        private final SqlAdapters<Member, UUID> readOnly;
        private Member arthur = new Member();

        OnEngine(Engine engine) {
            super(engine, Kind.MEMBERS);
            standby = Engine.pool(unit.url(), 1, this::refuseWrites);
            factory = Persistence.createEntityManagerFactory("uuid", HibernateSettings.on(standby));
            readOnly = Unit.adapters(new JpaTransactions(factory), kind);
        }

        abstract void refuseWrites(HikariConfig config);

        @BeforeEach
        void storeArthur() {
            arthur = Camelot.ARTHUR.insertInto(users, password -> "$" + password);
            unit.transactions().inTransaction(() -> {
                SqlAdapters<Member, UUID> adapters = Unit.adapters(unit.transactions(), kind);
                adapters.tokens().insert(token(DIGEST));
                return adapters.accounts().link(arthur.id(), ACCOUNT);
            });
        }

        @AfterEach
        void close() {
            factory.close();
            standby.close();
        }

        private AccessToken<UUID> token(String digest) {
            return new AccessToken<>(
                    digest, arthur.id(), arthur.tokenVersion(), Camelot.FOUNDED, Camelot.FOUNDED.plusSeconds(60));
        }

        @Test
        void isRead() {
            assertThat(readOnly.users().findById(arthur.id())).isPresent();
            assertThat(readOnly.users().findByEmail(arthur.email())).isPresent();
            assertThat(readOnly.revokedTokens().findUser(arthur.id(), "t")).isPresent();
            assertThat(readOnly.tokens().findUser(DIGEST, Camelot.FOUNDED)).isPresent();
            assertThat(readOnly.accounts().findUser("table", "round")).isPresent();
            assertThat(readOnly.accounts().findAccounts(arthur.id())).containsExactly(ACCOUNT);
        }

        @Test
        void refusesEachWriteAsAnOutage() {
            arthur.firstName = "changed";
            List<ThrowingCallable> writes = List.of(
                    () -> Camelot.MERLIN.insertInto(readOnly.users(), password -> "$" + password),
                    () -> readOnly.users().update(arthur),
                    () -> readOnly.users().delete(arthur.id()),
                    () -> readOnly.revokedTokens().revoke("t", Camelot.FOUNDED),
                    () -> readOnly.tokens().insert(token("b2".repeat(32))),
                    () -> readOnly.tokens().delete(DIGEST),
                    () -> readOnly.tokens().purgeExpired(Camelot.FOUNDED.plusSeconds(60), 10),
                    () -> readOnly.accounts().link(arthur.id(), ACCOUNT),
                    () -> readOnly.accounts().unlink(arthur.id(), "table", "round"));

            assertThat(writes).allSatisfy(write -> {
                assertUnavailable(write);
                assertUnavailable(() -> readOnly.transactions().inTransaction(() -> {
                    assertUnavailable(write);
                    return true;
                }));
                assertThat(readOnly.users().findById(arthur.id()))
                        .map(stored -> stored.firstName)
                        .isEmpty();
            });
            assertThat(users.findByEmail(Camelot.MERLIN.email())).isEmpty();
            assertThat(users.update(arthur)).isEqualTo(UpdateOutcome.UPDATED);
        }

        @Test
        void refusesABulkInsertAsAnOutage() {
            Member merlin = Camelot.MERLIN.fill(new Member(), password -> "$" + password);

            assertUnavailable(() -> readOnly.bulkInsert().insertAll(List.of(merlin)));

            assertThat(users.findByEmail(merlin.email())).isEmpty();
        }

        private static void assertUnavailable(ThrowingCallable write) {
            assertThatThrownBy(write).isInstanceOfSatisfying(UsersException.class, refusal -> assertThat(refusal.code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        }
    }

    @Nested
    class OnSqlite extends OnEngine {

        OnSqlite() {
            super(Engine.SQLITE);
        }

        @Override
        void refuseWrites(HikariConfig config) {
            config.setConnectionInitSql("PRAGMA query_only = ON");
        }
    }

    @Nested
    class OnPostgres extends OnEngine {

        OnPostgres() {
            super(Engine.POSTGRESQL);
        }

        @Override
        void refuseWrites(HikariConfig config) {
            config.setReadOnly(true);
        }
    }
}

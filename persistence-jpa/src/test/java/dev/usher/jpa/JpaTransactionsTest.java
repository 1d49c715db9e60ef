package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.Email;
import dev.usher.ErrorCode;
import dev.usher.UserDatabase;
import dev.usher.UsersException;
import dev.usher.schema.IdType;
import dev.usher.testkit.Camelot;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.RollbackException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JpaTransactionsTest {

    abstract static class OnEngine {

        final Unit unit;
        final HikariDataSource pool;
        final EntityManagerFactory factory;
        final JpaTransactions transactions;
        final UserDatabase<Member, UUID> users;

        OnEngine(Engine engine, int connections) {
            this.unit = Unit.of(engine, IdType.UUID).empty();
            this.pool = Engine.pool(unit.url(), connections, config -> {
                config.setConnectionTimeout(2000);
                if (engine == Engine.SQLITE) {
                    config.addDataSourceProperty("busy_timeout", "200");
                }
            });
            this.factory = Persistence.createEntityManagerFactory("uuid", HibernateSettings.on(pool));
            this.transactions = new JpaTransactions(factory);
            this.users = new JpaUserDatabase<>(transactions, Member.class);
        }

        @AfterEach
        void close() {
            factory.close();
            pool.close();
        }

        Member store(String name) {
            Member member = Camelot.ARTHUR.fill(users.newUser(), password -> "$" + password);
            member.email(Email.of(name + "@camelot.bt"));
            assertThat(users.insert(member)).isTrue();
            return member;
        }

        boolean isStored(String name) {
            return users.findByEmail(Email.of(name + "@camelot.bt")).isPresent();
        }

        void assertUnavailable(ThrowingCallable work) {
            assertThatThrownBy(work).isInstanceOfSatisfying(UsersException.class, e -> assertThat(e.code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        }
    }

    abstract static class OnOneConnection extends OnEngine {

        OnOneConnection(Engine engine) {
            super(engine, 1);
        }

        @Test
        void needNoSecondOne() {
            transactions.inTransaction(() -> {
                Member arthur = store("arthur");
                transactions.afterCommit(() -> store("bors"));
                arthur.firstName = "Arthur";
                return transactions.inTransaction(() -> users.update(arthur));
            });

            assertThat(isStored("arthur")).isTrue();
            assertThat(isStored("bors")).isTrue();
        }

        @Test
        void areUnavailableWhereThereIsNone() {
            transactions.inTransaction(() -> {
                store("arthur");
                assertUnavailable(() -> transactions.inNewTransaction(() -> store("bors")));
                return true;
            });

            assertThat(isStored("arthur")).isTrue();
        }
    }

    @Nested
    class OnOneConnectionToSqlite extends OnOneConnection {
        OnOneConnectionToSqlite() {
            super(Engine.SQLITE);
        }
    }

    @Nested
    class OnOneConnectionToPostgres extends OnOneConnection {
        OnOneConnectionToPostgres() {
            super(Engine.POSTGRESQL);
        }
    }

    @Nested
    class OnSqlite extends OnEngine {

        OnSqlite() {
            super(Engine.SQLITE, 2);
        }

        @Test
        void makeANewOneWaitInVainForItsCaller() {
            transactions.inTransaction(() -> {
                isStored("arthur");
                assertUnavailable(() -> transactions.inNewTransaction(() -> store("mordred")));
                return store("arthur");
            });

            assertThat(isStored("arthur")).isTrue();
            assertThat(isStored("mordred")).isFalse();
        }

        @Test
        void stayWholeAfterOneCouldNotBegin() {
            for (int round = 0; round < 3; round++) {
                transactions.inTransaction(() -> {
                    store("arthur");
                    assertUnavailable(() -> transactions.inNewTransaction(() -> store("mordred")));
                    return users.delete(users.findByEmail(Email.of("arthur@camelot.bt"))
                            .orElseThrow()
                            .id());
                });
                assertThatThrownBy(() -> transactions.inTransaction(() -> {
                            store("lancelot");
                            throw new IllegalStateException("Camlann");
                        }))
                        .hasMessage("Camlann");
            }

            assertThat(isStored("arthur")).isFalse();
            assertThat(isStored("lancelot")).isFalse();
        }

        @Test
        void keepNobodyFromReading() {
            transactions.inTransaction(() -> {
                Member arthur = store("arthur");
                assertThatCode(() -> assertThat(elsewhereFound(arthur)).isFalse())
                        .doesNotThrowAnyException();
                return true;
            });
        }

        private boolean elsewhereFound(Member member) throws Exception {
            return AtOnce.run(1, i -> () -> users.findById(member.id()).isPresent())
                    .get(0);
        }
    }

    @Nested
    class OnPostgres extends OnEngine {

        OnPostgres() {
            super(Engine.POSTGRESQL, 2);
        }

        @Test
        void surviveAConnectionThatIsKilled() {
            assertUnavailable(() -> transactions.inTransaction(() -> {
                store("arthur");
                kill();
                return true;
            }));

            assertThat(isStored("arthur")).isFalse();
            transactions.inTransaction(() -> store("bors"));
            assertThat(isStored("bors")).isTrue();
        }

        @Test
        void areDoomedByAnOutageThatIsOverlooked() {
            assertUnavailable(() -> transactions.inTransaction(() -> {
                store("arthur");
                assertThatThrownBy(this::kill).isInstanceOf(RuntimeException.class);
                return true;
            }));
        }

        private void kill() {
            transactions.withEntityManager(
                    manager -> manager.createNativeQuery("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(1)")
                            .getResultList());
        }
    }

    /** As in a server, where the entity manager belongs to a transaction that somebody else manages. */
    @Nested
    class WithEntityManagersOfAServer extends OnEngine {

        private final UserDatabase<Member, UUID> onServer =
                new JpaUserDatabase<>(EntityManagers.of(this::current, transactions), Member.class);

        WithEntityManagersOfAServer() {
            super(Engine.POSTGRESQL, 3);
        }

        /** Outside of a transaction a new one at each call; these tests leave it to the factory to close. */
        private EntityManager current() {
            EntityManager lent = transactions.withEntityManager(manager -> manager);
            return lent.isOpen() ? lent : factory.createEntityManager();
        }

        @Test
        void adaptersWork() {
            Member arthur = transactions.inTransaction(() -> {
                Member member = Camelot.ARTHUR.fill(onServer.newUser(), password -> "$" + password);
                assertThat(onServer.insert(member)).isTrue();
                return member;
            });

            assertThat(onServer.findById(arthur.id())).isPresent();
            assertThat(transactions.inTransaction(() -> onServer.delete(arthur.id())))
                    .isTrue();
        }

        @Test
        void aDuplicateDoomsTheTransaction() {
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        for (boolean stored : new boolean[] {true, false}) {
                            Member member = Camelot.ARTHUR.fill(onServer.newUser(), password -> "$" + password);
                            assertThat(onServer.insert(member)).isEqualTo(stored);
                        }
                        return true;
                    }))
                    .isInstanceOf(RollbackException.class);

            assertThat(onServer.findByEmail(Camelot.ARTHUR.email())).isEmpty();
        }
    }
}

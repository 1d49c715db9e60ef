package dev.usher.rest.wiring;

import static dev.usher.rest.wiring.JtaTransactionsTest.Household.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.jta.cdi.TransactionExtension;
import dev.usher.spi.Transactions;
import dev.usher.testkit.TransactionsContract;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server's transactions: here Narayana, which WildFly has, in Weld. The suite of the WAR runs on whole servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JtaTransactionsTest implements TransactionsContract {

    private final SeContainer container = new Weld()
            .disableDiscovery()
            .addExtensions(new TransactionExtension())
            .addBeanClasses(JtaTransactions.class, JtaBoundary.class, Household.class)
            .initialize();
    private final JtaTransactions transactions =
            container.select(JtaTransactions.class).get();
    private final Household household = container.select(Household.class).get();
    private final TransactionSynchronizationRegistry registry =
            container.select(TransactionSynchronizationRegistry.class).get();
    private JtaRows rows = new JtaRows(registry);

    /** The application, which has transactions of its own. */
    @ApplicationScoped
    static class Household {

        @Transactional
        void transact(Runnable work) {
            work.run();
        }

        static Supplier<Boolean> work(Runnable work) {
            return () -> {
                work.run();
                return true;
            };
        }
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @BeforeEach
    void forget() {
        rows = new JtaRows(registry);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void write(String key) {
        rows.write(key);
    }

    @Override
    public boolean exists(String key) {
        return rows.exists(key);
    }

    @Test
    void joinsATransactionOfTheApplications() {
        IllegalArgumentException failure = new IllegalArgumentException("the application has changed its mind");
        assertThatThrownBy(() -> household.transact(() -> {
                    transactions.inTransaction(work(() -> write("sword")));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(exists("sword")).isFalse();
    }

    @Test
    void doomsATransactionOfTheApplicationsWhereJoinedWorkFails() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        household.transact(() -> {
            write("sword");
            assertThatThrownBy(() -> transactions.inTransaction(work(() -> {
                        throw failure;
                    })))
                    .isSameAs(failure);
        });
        assertThat(exists("sword")).isFalse();
    }

    @Test
    void runsActionsAfterTheCommitOfTheApplicationsOutsideOfAnyTransaction() {
        List<String> log = new ArrayList<>();
        household.transact(() -> {
            transactions.inTransaction(work(() -> transactions.afterCommit(() -> {
                transactions.afterCommit(() -> log.add("at once"));
                transactions.inTransaction(work(() -> write("grail")));
                log.add("action " + exists("sword") + exists("grail"));
                throw new IllegalStateException("an action that fails on purpose");
            })));
            write("sword");
            log.add("end of work");
        });
        assertThat(log).containsExactly("end of work", "at once", "action truetrue");
    }

    @Test
    void runsActionsOfANewTransactionOutsideOfTheCallers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> household.transact(() -> {
                    transactions.inNewTransaction(work(() ->
                            transactions.afterCommit(() -> transactions.inTransaction(work(() -> write("grail"))))));
                    throw new IllegalStateException("the caller's is undone");
                }));
        assertThat(exists("grail")).isTrue();
    }

    @Test
    void saysSoWhereATransactionWasDoomedAndNobodyThrew() {
        assertThatThrownBy(() -> transactions.inTransaction(work(registry::setRollbackOnly)))
                .isInstanceOf(TransactionalException.class)
                .hasMessageContaining("nothing of it is stored");
    }

    @Test
    void areGivenToNobodyUnasked() {
        assertThat(container.select(Transactions.class).isUnsatisfied()).isTrue();
    }

    @Test
    void refuseToWorkWhereNothingBeginsTransactions() {
        JtaTransactions alone = new JtaTransactions(new JtaBoundary());
        assertThatIllegalStateException()
                .isThrownBy(() -> alone.inTransaction(work(() -> write("sword"))))
                .withMessageContaining("nothing here intercepts @Transactional");
    }
}

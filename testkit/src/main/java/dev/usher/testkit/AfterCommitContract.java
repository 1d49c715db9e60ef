package dev.usher.testkit;

import static dev.usher.testkit.Work.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} on actions after a commit. */
interface AfterCommitContract extends TransactionsSubject {

    @Test
    default void afterCommit_runsAtOnceWithoutATransaction() {
        List<Thread> runs = new ArrayList<>();
        transactions().afterCommit(() -> runs.add(Thread.currentThread()));
        assertThat(runs).containsExactly(Thread.currentThread());
    }

    @Test
    default void afterCommit_runsOnceAfterTheCommit() {
        List<String> log = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            transactions().afterCommit(() -> log.add("action"));
            log.add("end of work");
        }));
        assertThat(log).containsExactly("end of work", "action");
    }

    @Test
    default void afterCommit_runsActionsInTheOrderTheyWereAdded() {
        List<Integer> log = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            transactions().afterCommit(() -> log.add(1));
            transactions().inTransaction(work(() -> transactions().afterCommit(() -> log.add(2))));
            transactions().afterCommit(() -> log.add(3));
        }));
        assertThat(log).containsExactly(1, 2, 3);
    }

    @Test
    default void afterCommit_runsOnTheCommittingThread() {
        List<Thread> runs = new ArrayList<>();
        transactions().inTransaction(work(() -> transactions().afterCommit(() -> runs.add(Thread.currentThread()))));
        assertThat(runs).containsExactly(Thread.currentThread());
    }

    @Test
    default void afterCommit_ofJoinedWorkWaitsForTheOutermost() {
        List<String> log = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            transactions().inTransaction(work(() -> transactions().afterCommit(() -> log.add("action"))));
            log.add("end of work");
        }));
        assertThat(log).containsExactly("end of work", "action");
    }

    @Test
    default void afterCommit_ofANewTransactionDoesNotWaitForTheCallers() {
        List<String> log = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            transactions().inNewTransaction(work(() -> transactions().afterCommit(() -> log.add("action"))));
            log.add("end of work");
        }));
        assertThat(log).containsExactly("action", "end of work");
    }

    @Test
    default void afterCommit_seesWhatWasCommitted() {
        List<Boolean> seen = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            write("sword");
            transactions().afterCommit(() -> seen.add(Race.elsewhere(() -> exists("sword"))));
            transactions().afterCommit(() -> seen.add(exists("sword")));
        }));
        assertThat(seen).containsExactly(true, true);
    }

    @Test
    default void afterCommit_mayOpenTransactions() {
        List<Boolean> seen = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            write("sword");
            transactions().afterCommit(() -> {
                transactions().inTransaction(work(() -> write("grail")));
                seen.add(Race.elsewhere(() -> exists("grail")));
                transactions().inNewTransaction(work(() -> write("lance")));
            });
        }));
        assertThat(seen).as("committed within the action").containsExactly(true);
        assertThat(exists("grail")).isTrue();
        assertThat(exists("lance")).isTrue();
    }

    @Test
    default void afterCommit_runsAtOnceInsideAnAction() {
        List<String> log = new ArrayList<>();
        transactions().inTransaction(work(() -> transactions().afterCommit(() -> {
            transactions().afterCommit(() -> log.add("inner"));
            log.add("outer");
        })));
        assertThat(log).containsExactly("inner", "outer");
    }

    @Test
    default void afterCommit_swallowsWhatAnActionThrows() {
        List<String> log = new ArrayList<>();
        assertThatCode(() -> transactions().inTransaction(work(() -> {
                    write("sword");
                    transactions().afterCommit(this::throwAnException);
                    transactions().afterCommit(() -> log.add("second"));
                    transactions().afterCommit(this::throwAnError);
                    transactions().afterCommit(() -> log.add("fourth"));
                })))
                .doesNotThrowAnyException();
        assertThat(log).containsExactly("second", "fourth");
        assertThat(exists("sword")).isTrue();
    }

    @Test
    default void afterCommit_swallowsWhatAnActionThrowsWithoutATransaction() {
        assertThatCode(() -> transactions().afterCommit(this::throwAnException)).doesNotThrowAnyException();
    }

    private void throwAnException() {
        throw new IllegalStateException("an action that fails on purpose");
    }

    private void throwAnError() {
        throw new LinkageError("an action that fails on purpose");
    }
}

package dev.usher.testkit;

import static dev.usher.testkit.Work.undone;
import static dev.usher.testkit.Work.undoneInNew;
import static dev.usher.testkit.Work.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} on actions that were to run after a commit that does not come. */
interface AfterRollbackContract extends TransactionsSubject {

    @Test
    default void afterCommit_isDroppedByARollback() {
        List<String> log = new ArrayList<>();
        undone(transactions(), () -> transactions().afterCommit(() -> log.add("action")));
        transactions().inTransaction(work(() -> write("sword")));
        assertThat(log).isEmpty();
    }

    @Test
    default void afterCommit_ofJoinedWorkIsDroppedByTheCallersRollback() {
        List<String> log = new ArrayList<>();
        undone(transactions(), () -> transactions()
                .inTransaction(work(() -> transactions().afterCommit(() -> log.add("action")))));
        transactions().inTransaction(work(() -> write("sword")));
        assertThat(log).isEmpty();
    }

    @Test
    default void afterCommit_isDroppedByTheFailureOfTheJoinedWorkThatAddedIt() {
        List<String> log = new ArrayList<>();
        Throwable end = catchThrowable(() -> transactions().inTransaction(work(() -> {
            transactions().afterCommit(() -> log.add("before"));
            undone(transactions(), () -> transactions().afterCommit(() -> log.add("failed")));
            transactions().afterCommit(() -> log.add("after"));
        })));
        assertThat(log).isEqualTo(end == null ? List.of("before", "after") : List.of());
    }

    @Test
    default void afterCommit_isDroppedByTheFailureOfTheNewTransactionThatItBelongsTo() {
        List<String> log = new ArrayList<>();
        transactions().inTransaction(work(() -> {
            transactions().afterCommit(() -> log.add("callers"));
            undoneInNew(transactions(), () -> transactions().afterCommit(() -> log.add("failed")));
        }));
        assertThat(log).containsExactly("callers");
    }

    @Test
    default void afterCommit_onAnotherThreadDoesNotWaitForThisOne() {
        List<String> log = new ArrayList<>();
        undone(transactions(), () -> {
            Race.elsewhere(() -> {
                transactions().afterCommit(() -> log.add("action"));
                return true;
            });
            log.add("end of work");
        });
        assertThat(log).containsExactly("action", "end of work");
    }
}

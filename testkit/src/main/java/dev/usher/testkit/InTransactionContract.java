package dev.usher.testkit;

import static dev.usher.testkit.Work.failing;
import static dev.usher.testkit.Work.undone;
import static dev.usher.testkit.Work.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.usher.ErrorCode;
import dev.usher.UsersException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} on {@code inTransaction}. */
interface InTransactionContract extends TransactionsSubject {

    @Test
    default void inTransaction_returnsWhatTheWorkReturned() {
        assertThat(transactions().<String>inTransaction(() -> "grail")).isEqualTo("grail");
        assertThat(transactions().<String>inTransaction(() -> transactions().inTransaction(() -> "grail")))
                .as("joined")
                .isEqualTo("grail");
    }

    @Test
    default void inTransaction_runsTheWorkOnceOnTheCallersThread() {
        List<Thread> runs = new ArrayList<>();
        transactions().inTransaction(() -> runs.add(Thread.currentThread()));
        assertThat(runs).containsExactly(Thread.currentThread());
    }

    @Test
    default void inTransaction_commitsWhatTheWorkWrote() {
        transactions().inTransaction(work(() -> {
            write("sword");
            assertThat(exists("sword")).as("within").isTrue();
        }));
        assertThat(exists("sword")).as("afterwards").isTrue();
    }

    @Test
    default void inTransaction_undoesWorkThatThrowsAndPassesTheExceptionOn() {
        UsersException failure = new UsersException(ErrorCode.REGISTER_INVALID_PASSWORD, "too short");
        Throwable thrown = catchThrowable(() -> transactions().inTransaction(failing(failure, () -> write("sword"))));
        assertThat(thrown).isSameAs(failure);
        assertThat(exists("sword")).isFalse();
    }

    @Test
    default void inTransaction_undoesWorkThatEndsInAnErrorAndPassesTheErrorOn() {
        Error failure = new LinkageError("a class is missing");
        Throwable thrown = catchThrowable(() -> transactions().inTransaction(work(() -> {
            write("sword");
            throw failure;
        })));
        assertThat(thrown).isSameAs(failure);
        assertThat(exists("sword")).isFalse();
    }

    @Test
    default void inTransaction_worksAgainAfterAFailure() {
        undone(transactions(), () -> write("sword"));
        transactions().inTransaction(work(() -> write("grail")));
        assertThat(exists("grail")).isTrue();
        assertThat(exists("sword")).isFalse();
    }

    @Test
    default void inTransaction_joinsTheCallersTransaction() {
        undone(transactions(), () -> transactions().inTransaction(work(() -> write("sword"))));
        assertThat(exists("sword")).as("undone with the caller's").isFalse();
        transactions().inTransaction(work(() -> {
            write("grail");
            assertThat(transactions().<Boolean>inTransaction(() -> exists("grail")))
                    .as("seen by joined work")
                    .isTrue();
        }));
    }

    @Test
    default void inTransaction_passesTheExceptionOfJoinedWorkOn() {
        Undo failure = new Undo();
        undone(transactions(), () -> assertThatThrownBy(
                        () -> transactions().inTransaction(failing(failure, () -> write("sword"))))
                .isSameAs(failure));
    }

    @Test
    default void inTransaction_neverCommitsWhatFailedJoinedWorkWrote() {
        Throwable end = catchThrowable(() -> transactions().inTransaction(work(() -> {
            write("grail");
            transactions().inTransaction(work(() -> write("lance")));
            undone(transactions(), () -> write("sword"));
        })));
        assertThat(exists("sword")).isFalse();
        assertThat(exists("grail"))
                .as("the caller's own write stands if, and only if, its transaction ended well")
                .isEqualTo(end == null);
        assertThat(exists("lance")).as("what other joined work wrote").isEqualTo(end == null);
    }

    @Test
    default void inTransaction_belongsToItsThread() {
        undone(transactions(), () -> {
            write("sword");
            assertThat(Race.elsewhere(() -> exists("sword"))).isFalse();
            if (!hasOneWriter()) {
                assertThat(Race.elsewhere(() -> transactions().<Boolean>inTransaction(() -> exists("sword"))))
                        .isFalse();
            }
        });
    }

    @Test
    default void inTransaction_keepsConcurrentTransactionsApart() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String key = "round" + round + "knight";
            Race.run(runner -> {
                if (runner % 2 == 0) {
                    return transactions().inTransaction(work(() -> write(key + runner)));
                }
                undone(transactions(), () -> write(key + runner));
                return false;
            });
            assertThat(IntStream.range(0, Race.RUNNERS).filter(runner -> exists(key + runner)))
                    .containsExactly(0, 2, 4, 6);
        }
    }
}

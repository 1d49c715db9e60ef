package dev.usher.testkit;

import static dev.usher.testkit.Work.failing;
import static dev.usher.testkit.Work.undone;
import static dev.usher.testkit.Work.undoneInNew;
import static dev.usher.testkit.Work.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The part of {@link TransactionsContract} on {@code inNewTransaction}. */
interface InNewTransactionContract extends TransactionsSubject {

    @Test
    default void inNewTransaction_worksWithoutACaller() {
        assertThat(transactions().<Boolean>inNewTransaction(work(() -> write("sword"))))
                .isTrue();
        assertThat(exists("sword")).isTrue();
    }

    @Test
    default void inNewTransaction_commitsThoughTheCallersIsRolledBack() {
        undone(transactions(), () -> {
            unlessOneWriter("grail");
            transactions().inNewTransaction(work(() -> write("sword")));
        });
        assertThat(exists("sword")).isTrue();
        assertThat(exists("grail")).isFalse();
    }

    @Test
    default void inNewTransaction_isCommittedBeforeItReturns() {
        transactions().inTransaction(work(() -> {
            transactions().inNewTransaction(work(() -> write("sword")));
            assertThat(Race.elsewhere(() -> exists("sword"))).isTrue();
        }));
    }

    @Test
    default void inNewTransaction_isUndoneAloneIfItThrows() {
        Undo failure = new Undo();
        transactions().inTransaction(work(() -> {
            unlessOneWriter("lance");
            assertThatThrownBy(() -> transactions().inNewTransaction(failing(failure, () -> write("sword"))))
                    .isSameAs(failure);
            write("grail");
        }));
        assertThat(exists("sword")).isFalse();
        assertThat(exists("grail")).isTrue();
        assertThat(exists("lance")).isEqualTo(!hasOneWriter());
    }

    @Test
    default void inNewTransaction_givesTheCallersTransactionBack() {
        undone(transactions(), () -> {
            transactions().inNewTransaction(work(() -> write("sword")));
            write("grail");
            assertThat(exists("grail")).isTrue();
        });
        assertThat(exists("grail")).as("written by the caller afterwards").isFalse();
    }

    @Test
    default void inNewTransaction_canItselfBeJoined() {
        transactions().inTransaction(work(() -> {
            undoneInNew(transactions(), () -> transactions().inTransaction(work(() -> write("sword"))));
            write("grail");
        }));
        assertThat(exists("sword")).isFalse();
        assertThat(exists("grail")).isTrue();
    }

    private void unlessOneWriter(String key) {
        if (!hasOneWriter()) {
            write(key);
        }
    }
}

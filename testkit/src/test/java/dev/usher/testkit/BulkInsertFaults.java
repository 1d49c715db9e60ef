package dev.usher.testkit;

import static dev.usher.spi.BulkInsert.Outcome.INSERTED;
import static dev.usher.spi.BulkInsert.Outcome.REFUSED;
import static dev.usher.spi.BulkInsert.Outcome.TAKEN;

import dev.usher.Email;
import dev.usher.UserDatabase;
import dev.usher.spi.BulkInsert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Databases that insert many users wrongly. */
final class BulkInsertFaults {

    private BulkInsertFaults() {}

    /** A good one that is its own subject. */
    abstract static class BrokenBulkInsert extends RoundTable
            implements BulkInsert<Knight>, BulkInsertContract<Knight, UUID> {

        private final BulkInsert<Knight> good = new InMemoryBulkInsert<>(transactions, knights);

        @Override
        public BulkInsert<Knight> bulkInsert() {
            return this;
        }

        @Override
        public void spoil(Knight knight) {
            knight.shield = "a lion ".repeat(100);
        }

        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            return good.insertAll(users);
        }
    }

    /** Has no column for superusers when it inserts. */
    @Fault("insertAll_storesEveryProperty")
    static class ForgetfulBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Boolean> superusers = users.stream().map(Knight::superuser).toList();
            users.forEach(user -> user.superuser(false));
            List<Outcome> outcomes = super.insertAll(users);
            IntStream.range(0, users.size()).forEach(i -> users.get(i).superuser(superusers.get(i)));
            return outcomes;
        }
    }

    /** Tells the ids in the order in which the database gives them back. */
    @Fault({
        "insertAll_storesEveryProperty",
        "insertAll_givesEachUserAnIdOfHerOwn",
        "insertAll_tellsTheOutcomesInTheOrderOfTheUsers",
        "insertAll_storesAThousandUsers",
    })
    static class IdMixingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Outcome> outcomes = super.insertAll(users);
            List<Knight> stored = IntStream.range(0, users.size())
                    .filter(i -> outcomes.get(i) == INSERTED)
                    .mapToObj(users::get)
                    .toList();
            List<UUID> ids = new ArrayList<>(stored.stream().map(Knight::id).toList());
            Collections.rotate(ids, 1);
            IntStream.range(0, ids.size()).forEach(i -> stored.get(i).id(ids.get(i)));
            return outcomes;
        }
    }

    /** Makes a statement without rows. */
    @Fault("insertAll_ofNobodyTellsNothing")
    static class ThrowingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            if (users.isEmpty()) {
                throw new IllegalStateException("syntax error at or near \"VALUES\"");
            }
            return super.insertAll(users);
        }
    }

    /** Tells first who was inserted. */
    @Fault({
        "insertAll_tellsTheOutcomesInTheOrderOfTheUsers",
        "insertAll_storesEverybodyBesideARefusedUser",
        "insertAll_ofARefusedUserLeavesHerAddressFree",
    })
    static class SortingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            return super.insertAll(users).stream().sorted().toList();
        }
    }

    /** Begins at the end. */
    @Fault({
        "insertAll_tellsTheOutcomesInTheOrderOfTheUsers",
        "insertAll_givesATwiceNamedAddressToTheFirst",
        "insertAll_ofARefusedUserLeavesHerAddressFree",
    })
    static class BackwardBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            return reversed(super.insertAll(reversed(users)));
        }

        private static <T> List<T> reversed(List<T> list) {
            List<T> reversed = new ArrayList<>(list);
            Collections.reverse(reversed);
            return reversed;
        }
    }

    /** Stores passwords over what is there. */
    @Fault({"insertAll_leavesAUserWhoIsThereAlone", "insertAll_givesATwiceNamedAddressToTheFirst"})
    static class UpsertingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Outcome> outcomes = super.insertAll(users);
            IntStream.range(0, users.size())
                    .filter(i -> outcomes.get(i) == TAKEN && !Window.isRunner())
                    .mapToObj(users::get)
                    .forEach(this::overwrite);
            return outcomes;
        }

        private void overwrite(Knight user) {
            Knight stored = users().findByEmail(user.email()).orElseThrow();
            stored.hashedPassword(user.hashedPassword());
            users().update(stored);
        }
    }

    /** Stores nobody after somebody was refused. */
    @Fault({
        "insertAll_tellsTheOutcomesInTheOrderOfTheUsers",
        "insertAll_storesEverybodyBesideARefusedUser",
        "insertAll_ofARefusedUserLeavesHerAddressFree",
    })
    static class StoppingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Knight user : users) {
                outcomes.addAll(outcomes.contains(REFUSED) ? List.of(REFUSED) : super.insertAll(List.of(user)));
            }
            return outcomes;
        }
    }

    /** Throws if nothing is left to insert. */
    @Fault("insertAll_refusesEverybodyIfItMust")
    static class DesperateBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Outcome> outcomes = super.insertAll(users);
            if (Collections.frequency(outcomes, REFUSED) == users.size() && !users.isEmpty()) {
                throw new IllegalStateException("no row was inserted");
            }
            return outcomes;
        }
    }

    /** Looks for duplicates before it knows who is refused. */
    @Fault("insertAll_ofARefusedUserLeavesHerAddressFree")
    static class PlanningBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            Set<Email> seen = new HashSet<>();
            return users.stream()
                    .map(user -> seen.add(user.email())
                            ? super.insertAll(List.of(user)).get(0)
                            : TAKEN)
                    .toList();
        }
    }

    /** Makes one statement, which has room for so many parameters. */
    @Fault("insertAll_storesAThousandUsers")
    static class OneStatementBulkInsert extends BrokenBulkInsert {
        private static final int MAX_PARAMETERS = 999;

        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            if (users.size() > MAX_PARAMETERS) {
                throw new IllegalStateException("too many SQL variables");
            }
            return super.insertAll(users);
        }
    }

    /** Stores at commit what was changed in the objects. */
    @Fault("insertAll_doesNotStoreLaterChangesOfTheObjects")
    static class DirtyCheckingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Outcome> outcomes = super.insertAll(users);
            if (users.size() == 1 && users.get(0).hasId()) {
                transactions.afterCommit(() -> users().update(users.get(0)));
            }
            return outcomes;
        }
    }

    /** Looks who is there, then writes. */
    @Fault("insertAll_letsExactlyOneOfManyConcurrentCallersHaveEachAddress")
    static class CheckThenInsertBulkInsert extends BrokenBulkInsert {
        private final Window window = new Window();

        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            boolean free = users.stream()
                    .allMatch(user -> users().findByEmail(user.email()).isEmpty());
            window.open();
            List<Outcome> outcomes = super.insertAll(users);
            return free && Window.isRunner() ? Collections.nCopies(users.size(), INSERTED) : outcomes;
        }
    }

    /** Cannot go on after a refusal, and does not say so. */
    @Fault("insertAll_leavesTheTransactionUsable")
    static class DoomingBulkInsert extends BrokenBulkInsert {
        private volatile @Nullable InMemoryTransaction doomed;

        @Override
        UserDatabase<Knight, UUID> broken(InMemoryUserDatabase<Knight, UUID> good) {
            return new ForwardingUserDatabase(good) {
                @Override
                public boolean insert(Knight user) {
                    if (doomed != null && doomed == transactions.current()) {
                        throw new IllegalStateException("current transaction is aborted");
                    }
                    return super.insert(user);
                }
            };
        }

        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            List<Outcome> outcomes = super.insertAll(users);
            doomed = outcomes.contains(REFUSED) ? transactions.current() : null;
            return outcomes;
        }
    }

    /** Commits what it has stored. */
    @Fault("insertAll_isUndoneByARollback")
    static class AutoCommittingBulkInsert extends BrokenBulkInsert {
        @Override
        public List<Outcome> insertAll(List<Knight> users) {
            return transactions.inNewTransaction(() -> super.insertAll(users));
        }
    }
}

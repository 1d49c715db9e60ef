package dev.usher.testkit;

import dev.usher.Email;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Databases that insert wrongly. */
final class UserInsertFaults {

    private UserInsertFaults() {}

    /** Stores what it has made, as if new objects were managed. */
    @Fault("newUser_storesNothing")
    static class EagerUserDatabase extends BrokenUserDatabase {
        private final List<Knight> made = new CopyOnWriteArrayList<>();

        @Override
        public Knight newUser() {
            Knight knight = super.newUser();
            made.add(knight);
            return knight;
        }

        @Override
        public Optional<Knight> findByEmail(Email email) {
            return super.findByEmail(email).or(() -> made.stream()
                    .filter(knight -> !knight.hasId() && knight.email().equals(email))
                    .findAny());
        }
    }

    /** Hands out one object until it is filled. */
    @Fault("newUser_isAnotherObjectEachTime")
    static class PrototypeUserDatabase extends BrokenUserDatabase {
        private final Map<Thread, Knight> prototypes = new ConcurrentHashMap<>();

        @Override
        public Knight newUser() {
            return prototypes.compute(
                    Thread.currentThread(),
                    (thread, old) -> old != null && old.hashedPassword().isEmpty() ? old : super.newUser());
        }
    }

    /** Tells the id of the insert before, unless something was read in between. */
    @Fault({
        "insert_givesEachUserAnIdOfHerOwn",
        "insert_keepsAddressesApartThatOnlyLookAlike",
        "insert_letsConcurrentCallersWithDifferentAddressesAllWin",
    })
    static class LastIdUserDatabase extends BrokenUserDatabase {
        private volatile @Nullable UUID last;

        @Override
        public synchronized boolean insert(Knight user) {
            boolean inserted = super.insert(user);
            UUID told = last;
            if (inserted && told != null) {
                user.id(told);
            } else if (inserted) {
                last = user.id();
            }
            return inserted;
        }

        @Override
        public Optional<Knight> findById(UUID id) {
            last = null;
            return super.findById(id);
        }
    }

    /** Has no column for the token version when it inserts. */
    @Fault({
        "insert_storesEveryProperty",
        "insert_storesEveryCombinationOfFlags",
        "insert_storesTheLongestValues",
    })
    static class ForgetfulUserDatabase extends BrokenUserDatabase {
        @Override
        public boolean insert(Knight user) {
            int tokenVersion = user.tokenVersion();
            user.tokenVersion(0);
            boolean inserted = super.insert(user);
            user.tokenVersion(tokenVersion);
            return inserted;
        }
    }

    /** Takes a superuser for verified. */
    @Fault("insert_storesEveryCombinationOfFlags")
    static class FlagMixingUserDatabase extends BrokenUserDatabase {
        @Override
        public boolean insert(Knight user) {
            boolean verified = user.verified();
            user.verified(verified || user.superuser());
            boolean inserted = super.insert(user);
            user.verified(verified);
            return inserted;
        }
    }

    /** Stores what is inserted over what is there, and says that it did not. */
    @Fault("insert_refusesATakenAddress")
    static class UpsertingUserDatabase extends BrokenUserDatabase {
        @Override
        public boolean insert(Knight user) {
            Optional<Knight> old = findByEmail(user.email());
            old.ifPresent(taken -> {
                taken.hashedPassword(user.hashedPassword());
                transactions().inNewTransaction(() -> good.update(taken));
            });
            return old.isEmpty() && super.insert(user);
        }
    }

    /** Has its unique index over addresses in ASCII only. */
    @Fault("insert_refusesATakenAddressInAnySpelling")
    static class AsciiUniqueUserDatabase extends BrokenUserDatabase {
        @Override
        public boolean insert(Knight user) {
            boolean ascii = user.email().value().chars().allMatch(c -> c < 0x80);
            return super.insert(user) || !ascii;
        }
    }

    /** Compares without accents and case, as some collations do. */
    @Fault("insert_keepsAddressesApartThatOnlyLookAlike")
    static class FoldingUserDatabase extends BrokenUserDatabase {
        private final Map<String, Email> taken = new ConcurrentHashMap<>();

        @Override
        public boolean insert(Knight user) {
            String folded =
                    Normalizer.normalize(user.email().value(), Form.NFKD).replaceAll("\\p{M}", "");
            Email first = taken.computeIfAbsent(folded, key -> user.email());
            return first.equals(user.email()) && super.insert(user);
        }
    }

    /** Looks whether the address is free, then writes. */
    @Fault("insert_letsExactlyOneOfManyConcurrentCallersHaveAnAddress")
    static class CheckThenActUserDatabase extends BrokenUserDatabase {
        private final Window window = new Window();

        @Override
        public boolean insert(Knight user) {
            boolean free = findByEmail(user.email()).isEmpty();
            window.open();
            return super.insert(user) || free;
        }
    }

    /** Lets one caller in and tells the others that the address is taken, whichever it is. */
    @Fault("insert_letsConcurrentCallersWithDifferentAddressesAllWin")
    static class TableLockingUserDatabase extends BrokenUserDatabase {
        private final Window window = new Window();
        private final AtomicInteger callers = new AtomicInteger();

        @Override
        public boolean insert(Knight user) {
            boolean first = !Window.isRunner() || callers.getAndIncrement() % Race.RUNNERS == 0;
            window.open();
            return first && super.insert(user);
        }
    }
}

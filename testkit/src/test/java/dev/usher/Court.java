package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.password.BcryptHasher;
import dev.usher.password.Passwords;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.InMemoryOAuthAccounts;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.InMemoryUserDatabase;
import dev.usher.testkit.Knight;
import dev.usher.testkit.MutableClock;
import dev.usher.testkit.RecordingUserEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A manager on the in-memory doubles, with everybody of Camelot; its hashes cost next to nothing. */
final class Court {

    static final String NEW_PASSWORD = "a longer road to Avalon";

    final MutableClock clock = MutableClock.at(Camelot.FOUNDED);
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryUserDatabase<Knight, UUID> users = Knight.users(transactions);
    final InMemoryOAuthAccounts<Knight, UUID> accounts = new InMemoryOAuthAccounts<>(transactions, users);
    final RecordingUserEvents events = new RecordingUserEvents();
    final UserServices services;
    final UserManager<Knight, UUID> manager;

    /** A court with these settings, keys and values in turn. */
    Court(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("usher.secret", "the sword in the stone is mine to draw"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        UsherConfig config = UsherConfig.from(settings);
        Passwords passwords = new Passwords(List.of(new BcryptHasher(4)), config.passwords(), config.secret());
        services = new UserServices(config, passwords, transactions, events, clock, accounts);
        manager = new UserManager<>(users, services);
        Camelot.insertAll(users, passwords::hash);
    }

    Knight stored(Camelot person) {
        return users.findByEmail(person.email()).orElseThrow();
    }

    UUID id(Camelot person) {
        return stored(person).id();
    }

    static void assertRefused(ErrorCode code, ThrowingCallable useCase) {
        assertThatThrownBy(useCase).isInstanceOfSatisfying(UsersException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    /** Whoever was stored before is stored as before, and nothing is told. */
    void assertNothingHappens(Camelot person, Runnable work) {
        Knight before = stored(person);
        events.clear();
        work.run();
        assertThat(stored(person)).usingRecursiveComparison().isEqualTo(before);
        assertThat(events.all()).isEmpty();
    }

    /** What came of each of two at the same moment: the word "done", or the code of the refusal. */
    static List<String> atOnce(Runnable one, Runnable two) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            Future<String> first = threads.submit(outcome(start::await, one));
            Future<String> second = threads.submit(outcome(start::await, two));
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<String> outcome(Callable<Integer> start, Runnable work) {
        return () -> {
            start.call();
            return outcome(() -> {
                work.run();
                return "done";
            });
        };
    }

    static String outcome(Supplier<String> work) {
        try {
            return work.get();
        } catch (UsersException refusal) {
            return refusal.code().name();
        }
    }
}

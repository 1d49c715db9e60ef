package dev.usher.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.usher.password.Passwords.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = SEPARATE_THREAD)
class BulkheadTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        gate.countDown();
        threads.shutdownNow();
    }

    @Nested
    class Run {

        @Test
        void letsThreeInAtOnceAndNeverAFourth() throws Exception {
            Bulkhead bulkhead = bulkhead(3, 1000, LONG);
            CountDownLatch threeAreIn = new CountDownLatch(3);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                callers.add(threads.submit(() -> {
                    for (int j = 0; j < 200; j++) {
                        bulkhead.run(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            threeAreIn.countDown();
                            await(threeAreIn);
                            LockSupport.parkNanos(1);
                            return inside.decrementAndGet();
                        });
                    }
                }));
            }
            awaitAll(callers);

            assertThat(most).hasValue(3);
            assertThat(bulkhead.load()).isEqualTo(new Load(0, 0, 0));
        }

        @Test
        void servesInTheOrderOfArrival() throws Exception {
            Bulkhead bulkhead = bulkhead(1, 20, LONG);
            List<Future<?>> callers = new ArrayList<>(List.of(occupy(bulkhead)));
            List<Integer> served = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                callers.add(threads.submit(() -> bulkhead.run(() -> served.add(number))));
                awaitLoad(bulkhead, new Load(1, i + 1, 0));
            }
            gate.countDown();
            awaitAll(callers);

            assertThat(served).hasSize(20).isSorted();
        }

        @RepeatedTest(20)
        void sendsACallerWhoComesBackToTheEndOfTheQueue() throws Exception {
            Bulkhead bulkhead = bulkhead(1, 1, LONG);
            List<String> served = new CopyOnWriteArrayList<>();
            Future<?> arthur = threads.submit(() -> {
                bulkhead.run(() -> await(gate));
                bulkhead.run(() -> served.add("Arthur"));
            });
            awaitLoad(bulkhead, new Load(1, 0, 0));
            Future<?> merlin = threads.submit(() -> bulkhead.run(() -> served.add("Merlin")));
            awaitLoad(bulkhead, new Load(1, 1, 0));
            gate.countDown();
            awaitAll(List.of(arthur, merlin));

            assertThat(served).containsExactly("Merlin", "Arthur");
        }

        @Test
        void refusesAtOnceWhenTheQueueIsFullAndRecovers() throws Exception {
            Bulkhead bulkhead = bulkhead(2, 1, LONG);
            List<Future<?>> callers = new ArrayList<>(List.of(occupy(bulkhead), occupy(bulkhead)));
            callers.add(threads.submit(() -> bulkhead.run(() -> "queued")));
            awaitLoad(bulkhead, new Load(2, 1, 0));

            assertRefused(bulkhead);
            assertRefused(bulkhead);
            assertThat(bulkhead.load()).isEqualTo(new Load(2, 1, 2));

            gate.countDown();
            awaitAll(callers);
            assertThat(bulkhead.load()).isEqualTo(new Load(0, 0, 2));
            assertThat(bulkhead.run(() -> "in")).isEqualTo("in");
        }

        @Test
        void refusesWhenTheTurnDoesNotComeInTime() throws Exception {
            Bulkhead bulkhead = bulkhead(1, 1, Duration.ofMillis(10));
            Future<?> caller = occupy(bulkhead);

            for (int i = 1; i <= 3; i++) {
                assertRefused(bulkhead);
                assertThat(bulkhead.load()).isEqualTo(new Load(1, 0, i));
            }

            gate.countDown();
            caller.get();
            assertThat(bulkhead.run(() -> "in")).isEqualTo("in");
        }

        @Test
        void refusesAnInterruptedCallerAndKeepsHerFlag() throws Exception {
            Bulkhead bulkhead = bulkhead(1, 1, LONG);
            Future<?> caller = occupy(bulkhead);
            AtomicBoolean interrupted = new AtomicBoolean();
            Thread waiting = new Thread(() -> {
                assertRefused(bulkhead);
                interrupted.set(Thread.currentThread().isInterrupted());
            });
            waiting.start();
            awaitLoad(bulkhead, new Load(1, 1, 0));
            waiting.interrupt();
            waiting.join();

            assertThat(interrupted).isTrue();
            assertThat(bulkhead.load()).isEqualTo(new Load(1, 0, 1));
            Future<?> next = threads.submit(() -> bulkhead.run(() -> "the place is free again"));
            awaitLoad(bulkhead, new Load(1, 1, 1));
            gate.countDown();
            awaitAll(List.of(caller, next));
        }

        @Test
        void freesThePlaceOfWorkThatFails() {
            Bulkhead bulkhead = bulkhead(1, 0, LONG);

            for (int i = 0; i < 3; i++) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> bulkhead.run(() -> {
                            throw new IllegalStateException("broken sword");
                        }))
                        .withMessage("broken sword");
            }
            assertThat(bulkhead.load()).isEqualTo(new Load(0, 0, 0));
        }
    }

    private static Bulkhead bulkhead(int maxConcurrent, int maxQueued, Duration maxWait) {
        return new Bulkhead(new PasswordSettings(8, List.of("argon2id"), maxConcurrent, maxQueued, maxWait));
    }

    private Future<?> occupy(Bulkhead bulkhead) {
        CountDownLatch in = new CountDownLatch(1);
        Future<?> caller = threads.submit(() -> bulkhead.run(() -> {
            in.countDown();
            return await(gate);
        }));
        await(in);
        return caller;
    }

    private static void assertRefused(Bulkhead bulkhead) {
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> bulkhead.run(() -> {
                    throw new AssertionError("begun");
                }));
    }

    private static void awaitLoad(Bulkhead bulkhead, Load load) {
        while (!bulkhead.load().equals(load)) {
            Thread.onSpinWait();
        }
    }

    private static void awaitAll(List<Future<?>> callers) throws ExecutionException, InterruptedException {
        for (Future<?> caller : callers) {
            caller.get();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

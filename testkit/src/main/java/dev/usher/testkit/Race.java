package dev.usher.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Threads that start together: what a contract lets loose on a subject to see who wins. */
final class Race {

    /** How many run at once. */
    static final int RUNNERS = 8;

    /** How often a race is repeated, each time over something new. */
    static final int ROUNDS = 5;

    /** What the runners' threads are called. */
    static final String THREAD_NAME = "usher-race";

    private static final int PATIENCE_SECONDS = 30;

    private Race() {}

    /**
     * Lets every runner go at the same moment and waits for all.
     *
     * @param runner is given 0, 1, 2 … and runs on its own thread
     * @return what each of them returned, in that order
     * @throws AssertionError if one threw or did not come back
     */
    static <T> List<T> run(IntFunction<T> runner) {
        CyclicBarrier start = new CyclicBarrier(RUNNERS);
        List<Callable<T>> runners = IntStream.range(0, RUNNERS)
                .mapToObj(number -> starting(start, number, runner))
                .toList();
        ExecutorService threads = threads(RUNNERS, THREAD_NAME);
        try {
            return threads.invokeAll(runners, PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .map(Race::resultOf)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs one piece of work on another thread and waits for it. */
    static <T> T elsewhere(Callable<T> work) {
        ExecutorService thread = threads(1, "usher-elsewhere");
        try {
            return resultOf(thread.submit(work));
        } finally {
            thread.shutdownNow();
        }
    }

    private static <T> T resultOf(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("another thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while another thread was at work", e);
        } catch (TimeoutException | CancellationException e) {
            throw new AssertionError("another thread did not come back within " + PATIENCE_SECONDS + " s", e);
        }
    }

    private static <T> Callable<T> starting(CyclicBarrier start, int number, IntFunction<T> runner) {
        return () -> {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return runner.apply(number);
        };
    }

    private static ExecutorService threads(int count, String name) {
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}

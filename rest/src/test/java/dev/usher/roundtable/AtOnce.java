package dev.usher.roundtable;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several callers who start at the same moment. */
public final class AtOnce {

    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /** What each of them was answered; each is given her number, from 0. */
    public static <T> List<T> run(int callers, IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(callers);
        List<Callable<T>> calls = IntStream.range(0, callers)
                .<Callable<T>>mapToObj(number -> () -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return call.apply(number);
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            return threads.invokeAll(calls).stream().map(AtOnce::resultOf).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T resultOf(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a caller failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

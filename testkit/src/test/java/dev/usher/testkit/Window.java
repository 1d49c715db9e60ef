package dev.usher.testkit;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds every runner of a {@link Race} between a look and the write that trusts it, until all have looked. */
final class Window {

    private static final int PATIENCE_SECONDS = 20;

    private final CyclicBarrier barrier = new CyclicBarrier(Race.RUNNERS);

    void open() {
        if (!isRunner()) {
            return;
        }
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not all runners came to the window", e);
        }
    }

    static boolean isRunner() {
        return Thread.currentThread().getName().equals(Race.THREAD_NAME);
    }
}

package dev.usher.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many clients who ask at the same moment. */
final class Storm {

    private Storm() {}

    /** The answers of that many clients, in their order; each is told its number, from 0. */
    static <T> List<T> of(int clients, IntFunction<T> ask) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CountDownLatch start = new CountDownLatch(clients);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return ask.apply(client);
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return answers;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a client got no answer", e);
        } finally {
            threads.shutdownNow();
        }
    }
}

package dev.usher.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a Redis that breaks instead of bringing an answer, when it is told to. */
final class LossyLine implements AutoCloseable {

    final AtomicInteger broken = new AtomicInteger();
    private final AtomicBoolean breaking = new AtomicBoolean();
    private final ServerSocket entrance;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    LossyLine(int target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void loseTheNextAnswer() {
        breaking.set(true);
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> carry(client, server, false));
                threads.execute(() -> carry(server, client, true));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                if (answers && breaking.getAndSet(false)) {
                    broken.incrementAndGet();
                    return;
                }
                out.write(bytes, 0, length);
            }
        } catch (IOException e) {
            // the other direction has closed both
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

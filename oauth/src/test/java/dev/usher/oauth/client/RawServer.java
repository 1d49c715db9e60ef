package dev.usher.oauth.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers every connection by the bytes it is told to, until the other side hangs up. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final CountDownLatch hungUp = new CountDownLatch(1);

    RawServer(Talk talk) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Thread(() -> accept(talk)).start();
    }

    /** What is written. */
    interface Talk {
        void to(OutputStream out) throws IOException;
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    boolean wasHungUpOn() throws InterruptedException {
        return hungUp.await(3, TimeUnit.SECONDS);
    }

    private void accept(Talk talk) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                talk.to(connection.getOutputStream());
            } catch (IOException e) {
                hungUp.countDown();
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

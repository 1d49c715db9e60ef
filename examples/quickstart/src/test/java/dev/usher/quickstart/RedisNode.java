package dev.usher.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/** A real Redis that keeps nothing on disk, and can be killed and started again on the same port. */
final class RedisNode implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    RedisNode(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.process = run();
    }

    /** For the quickstart's configuration. */
    String url() {
        return "redis://127.0.0.1:" + port;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void restart() {
        process = run();
    }

    @Override
    public void close() {
        kill();
    }

    private Process run() {
        try {
            String binary = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .getPath();
            Process started = new ProcessBuilder(
                            binary, "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
            Eventually.get("Redis to answer", () -> answers() ? Optional.of(true) : Optional.empty());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.usher.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on a port of its own, which can be killed, started again, stopped in its tracks and let go on. */
public final class RedisProcess implements AutoCloseable {

    private static final Random RANDOM = new Random();
    private static final int BUS = 10_000;

    private final Path folder;
    private final int port = freePort();
    private final List<String> options;
    private Process process;

    private RedisProcess(String... options) {
        this.folder = newFolder();
        this.options = List.of(options);
        this.process = run();
    }

    /** Starts one and waits until it answers; to be closed by the test, or by the end of the JVM. */
    public static RedisProcess start(String... options) {
        return new RedisProcess(options);
    }

    /** One for all tests that can share; their keys have different prefixes. */
    public static RedisProcess shared() {
        return Shared.REDIS;
    }

    int port() {
        return port;
    }

    public URI address() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts again what was killed, with what it had written to its folder. */
    void restart() {
        process = run();
    }

    /** Lets the process hang: its port takes connections, and nothing answers. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    private Process run() {
        List<String> command = new ArrayList<>(List.of(Binary.FILE.getPath(), "--port", String.valueOf(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
        command.addAll(options);
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            awaitAnswer(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Process started) {
        for (int attempt = 0; attempt < 500 && started.isAlive(); attempt++) {
            if (answers()) {
                return;
            }
            Pause.millis(20);
        }
        throw new IllegalStateException("Redis does not start, see " + folder.resolve("log"));
    }

    private boolean answers() {
        try (Jedis connection = new Jedis("127.0.0.1", port)) {
            return !connection.isBroken() && connection.ping() != null;
        } catch (JedisException e) {
            return String.valueOf(e.getMessage()).contains("NOAUTH");
        }
    }

    private void signal(String name) {
        try {
            int result = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (result != 0) {
                throw new IllegalStateException("cannot send SIG" + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "redis")), "data")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that is free, as is the one that a cluster's nodes talk on. */
    private static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = 20_000 + RANDOM.nextInt(10_000);
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The one the system property {@code usher.test.redis} names, such as that of Valkey; else an embedded Redis. */
    private static final class Binary {
        static final File FILE = Optional.ofNullable(System.getProperty("usher.test.redis"))
                .map(File::new)
                .orElseGet(Binary::unpack);

        private static File unpack() {
            try {
                return ExecutableProvider.newJarResourceProvider(newFolder().toFile())
                        .get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Shared {
        static final RedisProcess REDIS = start();
    }
}

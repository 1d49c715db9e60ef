package dev.usher.password;

import java.util.concurrent.Semaphore;

/** A format whose every computation waits at a gate, once the gate is closed. */
final class GatedHasher implements PasswordHasher {

    private final RecordingHasher format = new RecordingHasher("gated");
    private volatile Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);

    void close() {
        gate = new Semaphore(0);
    }

    void open() {
        gate.release(Integer.MAX_VALUE / 2);
    }

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public boolean recognises(String hash) {
        return format.recognises(hash);
    }

    @Override
    public String hash(String password) {
        gate.acquireUninterruptibly();
        return format.hash(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        gate.acquireUninterruptibly();
        return format.matches(password, hash);
    }

    @Override
    public boolean isOutdated(String hash) {
        return format.isOutdated(hash);
    }

    @Override
    public int maxPasswordBytes() {
        return format.maxPasswordBytes();
    }
}

package dev.usher.password;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A format that hides nothing: {@code $name$version$password}. Keeps which hashes were verified. */
final class RecordingHasher implements PasswordHasher {

    final List<String> verified = new CopyOnWriteArrayList<>();

    private final String name;
    private final int version;
    private final int maxPasswordBytes;

    RecordingHasher(String name) {
        this(name, 1, 100);
    }

    RecordingHasher(String name, int version, int maxPasswordBytes) {
        this.name = name;
        this.version = version;
        this.maxPasswordBytes = maxPasswordBytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean recognises(String hash) {
        return hash.startsWith("$" + name + "$");
    }

    @Override
    public String hash(String password) {
        return "$" + name + "$" + version + "$" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        verified.add(hash);
        return hash.endsWith("$" + password);
    }

    @Override
    public boolean isOutdated(String hash) {
        return !hash.startsWith("$" + name + "$" + version + "$");
    }

    @Override
    public int maxPasswordBytes() {
        return maxPasswordBytes;
    }
}

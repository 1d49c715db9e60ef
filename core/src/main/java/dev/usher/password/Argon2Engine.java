package dev.usher.password;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Something that computes Argon2id, version 19. Implementations are thread-safe and agree with each other. */
@FunctionalInterface
interface Argon2Engine {

    /**
     * Computes the tag of a password.
     *
     * @param password any bytes, also none
     * @param salt 8 to 64 bytes
     * @param tagBytes how long the tag shall be, 16 to 64 bytes
     */
    byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes);

    /** The engine of this JVM, chosen when it first has to compute something. */
    static Argon2Engine ofThisJvm() {
        return (password, salt, parameters, tagBytes) -> Chosen.ENGINE.tag(password, salt, parameters, tagBytes);
    }

    /** Takes the first engine if it loads and computes a known answer, else warns and takes the second. */
    static Argon2Engine choose(Supplier<Argon2Engine> first, Supplier<Argon2Engine> second, Logger log) {
        try {
            Argon2Engine engine = first.get();
            requireKnownAnswer(engine);
            return engine;
        } catch (LinkageError | RuntimeException e) {
            log.log(
                    Level.WARNING,
                    "The native Argon2 library does not work here; passwords are hashed in pure Java, which is slower"
                            + " and takes each hash's memory from the heap",
                    e);
            return second.get();
        }
    }

    private static void requireKnownAnswer(Argon2Engine engine) {
        byte[] tag = engine.tag(new byte[0], new byte[8], new Argon2Parameters(8, 1, 1), 16);
        if (!HexFormat.of().formatHex(tag).equals("03b3d4f7767244e6a61a463512aa0d1b")) {
            throw new IllegalStateException("it computes another hash than Argon2id version 19");
        }
    }

    /** Holds the choice, so that it is made, and warned of, once. */
    final class Chosen {
        private static final Argon2Engine ENGINE =
                choose(NativeArgon2::new, BouncyCastleArgon2::new, System.getLogger("dev.usher.password"));

        private Chosen() {}
    }
}

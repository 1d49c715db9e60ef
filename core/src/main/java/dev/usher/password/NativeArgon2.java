package dev.usher.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/** The reference implementation in C, through argon2-jvm. Memory and threads of a hash are outside the heap. */
final class NativeArgon2 implements Argon2Engine {

    private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

    // Of argon2-jvm's methods only pbkdf takes both a tag length and an empty password.
    @Override
    public byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        return argon2.pbkdf(
                parameters.iterations(), parameters.memoryKiB(), parameters.parallelism(), password, salt, tagBytes);
    }
}

package dev.usher.password;

import static org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13;
import static org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Argon2id in pure Java. Runs all lanes on the calling thread and takes the memory from the heap. */
final class BouncyCastleArgon2 implements Argon2Engine {

    @Override
    public byte[] tag(byte[] password, byte[] salt, Argon2Parameters parameters, int tagBytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(ARGON2_id)
                .withVersion(ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memoryKiB())
                .withIterations(parameters.iterations())
                .withParallelism(parameters.parallelism())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[tagBytes];
        generator.generateBytes(password, tag);
        return tag;
    }
}

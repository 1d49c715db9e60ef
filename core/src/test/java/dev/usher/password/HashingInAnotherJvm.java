package dev.usher.password;

import java.util.stream.IntStream;

/** A program that hashes and verifies with Argon2id on several threads; it ends with 0 if everything was right. */
final class HashingInAnotherJvm {

    private HashingInAnotherJvm() {}

    public static void main(String[] arguments) {
        boolean right = IntStream.range(0, 4).parallel().allMatch(i -> {
            Argon2Hasher hasher = new Argon2Hasher(new Argon2Parameters(8, 1, 1));
            return hasher.matches("Excalibur", hasher.hash("Excalibur"));
        });
        System.exit(right ? 0 : 1);
    }
}

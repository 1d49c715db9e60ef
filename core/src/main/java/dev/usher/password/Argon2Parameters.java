package dev.usher.password;

/**
 * What an Argon2id hash costs: memory, passes over it, and lanes.
 *
 * <p>The upper limits are the same for hashes that are made and for stored ones that are verified: no hash, whoever
 * wrote it, takes more than 256 MiB nor more work than four passes over them.
 *
 * @param memoryKiB KiB of memory, at least eight for each lane and at most {@value #MAX_MEMORY_KIB}
 * @param iterations passes over the memory, at least 1; memory times passes is at most {@value #MAX_WORK_KIB} KiB
 * @param parallelism lanes, from 1 to {@value #MAX_PARALLELISM}; the native engine runs each on a thread of its own
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106#section-3.1">RFC 9106 section 3.1</a>
 */
public record Argon2Parameters(int memoryKiB, int iterations, int parallelism) {

    /**
     * The least that OWASP asks for: 19 MiB, two passes, one lane.
     *
     * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id">OWASP
     *     Password Storage, Argon2id</a>
     */
    public static final Argon2Parameters OWASP = new Argon2Parameters(19_456, 2, 1);

    static final int MAX_MEMORY_KIB = 262_144;
    static final int MAX_WORK_KIB = 1_048_576;
    static final int MAX_PARALLELISM = 16;

    /** @throws IllegalArgumentException if a parameter is outside its range */
    public Argon2Parameters {
        if (!areWithinLimits(memoryKiB, iterations, parallelism)) {
            throw new IllegalArgumentException("m=" + memoryKiB + ",t=" + iterations + ",p=" + parallelism
                    + " is outside Argon2id's limits here: choose p from 1 to " + MAX_PARALLELISM + ", m from 8p to "
                    + MAX_MEMORY_KIB + " KiB, t at least 1, and m*t at most " + MAX_WORK_KIB);
        }
    }

    static boolean areWithinLimits(int memoryKiB, int iterations, int parallelism) {
        return parallelism >= 1
                && parallelism <= MAX_PARALLELISM
                && memoryKiB >= 8 * parallelism
                && memoryKiB <= MAX_MEMORY_KIB
                && iterations >= 1
                && (long) memoryKiB * iterations <= MAX_WORK_KIB;
    }
}

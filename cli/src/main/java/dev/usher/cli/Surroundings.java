package dev.usher.cli;

import java.io.InputStream;

/**
 * What a run finds around it.
 *
 * @param settings the configuration
 * @param input standard input
 * @param terminal where a person may be asked
 */
record Surroundings(Settings settings, InputStream input, Terminal terminal) {

    static Surroundings ofProcess() {
        return new Surroundings(Settings.ofProcess(), System.in, Terminal.OF_PROCESS);
    }
}

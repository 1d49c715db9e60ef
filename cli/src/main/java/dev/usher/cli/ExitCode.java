package dev.usher.cli;

/** How a command ends. */
final class ExitCode {

    static final int DONE = 0;
    static final int PROBLEM = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;

    private ExitCode() {}
}

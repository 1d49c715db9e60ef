package dev.usher.cli;

import java.io.Console;
import java.util.Optional;

/** Where a person sits, perhaps. */
@FunctionalInterface
interface Terminal {

    /** That of this process, if it was not redirected. */
    Terminal OF_PROCESS = Terminal::askConsole;

    /**
     * Asks for what must not be seen.
     *
     * @return one line, typed without echo; empty if nobody is there
     */
    Optional<String> askSecretly(String prompt);

    /** {@link Main} sees to it that there is none without a terminal; the end of its input is no answer either. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<String> askConsole(String prompt) {
        Console console = System.console();
        return console == null
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword("%s", prompt)).map(String::valueOf);
    }
}

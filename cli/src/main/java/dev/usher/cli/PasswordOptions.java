package dev.usher.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a user's password comes from; never from the arguments, which others can see. */
final class PasswordOptions {

    private static final int MAX_BYTES = 1 << 16;

    @Option(
            names = "--password-stdin",
            description = "Read the password from standard input: one line of UTF-8. Default: ask for it, twice")
    private boolean fromInput;

    /** @throws IllegalArgumentException if there is none, or it was mistyped */
    String read(Surroundings surroundings) {
        return fromInput ? line(surroundings.input()) : ask(surroundings.terminal());
    }

    private static String ask(Terminal terminal) {
        String first = answer(terminal, "Password: ");
        String second = answer(terminal, "Once more: ");
        if (!first.equals(second)) {
            throw new IllegalArgumentException("these are two different passwords; nothing was changed");
        }
        return first;
    }

    private static String answer(Terminal terminal, String prompt) {
        return terminal.askSecretly(prompt)
                .filter(answer -> !answer.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("no password was given. Where there is no terminal,"
                        + " use --password-stdin and give it as one line of standard input"));
    }

    private static String line(InputStream input) {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(firstLine(input)))
                    .toString();
            return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                    .filter(password -> !password.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException("there is no password on standard input"));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the password on standard input is not UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("standard input cannot be read", e);
        }
    }

    /** Byte by byte, so that nothing behind the line is taken from whoever reads on. */
    private static byte[] firstLine(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = input.read(); b >= 0 && b != '\n'; b = input.read()) {
            line.write(b);
            if (line.size() > MAX_BYTES) {
                throw new IllegalArgumentException("the password on standard input is too long");
            }
        }
        return line.toByteArray();
    }
}

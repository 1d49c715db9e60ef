package dev.usher.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of the command line in this JVM: what it found around it. */
record CommandLineRun(
        List<String> common,
        Map<String, String> properties,
        Map<String, String> environment,
        InputStream input,
        List<String> typed) {

    /** Options that every run gets at its end. */
    static CommandLineRun with(String... common) {
        return new CommandLineRun(List.of(common), Map.of(), Map.of(), InputStream.nullInputStream(), List.of());
    }

    CommandLineRun property(String key, String value) {
        return new CommandLineRun(common, Map.of(key, value), environment, input, typed);
    }

    CommandLineRun environment(Map<String, String> variables) {
        return new CommandLineRun(common, properties, variables, input, typed);
    }

    CommandLineRun input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    CommandLineRun input(byte[] bytes) {
        return new CommandLineRun(common, properties, environment, new ByteArrayInputStream(bytes), typed);
    }

    /** Answers of a person at a terminal. */
    CommandLineRun typed(String... answers) {
        return new CommandLineRun(common, properties, environment, input, List.of(answers));
    }

    Result execute(String... arguments) {
        Deque<String> answers = new ArrayDeque<>(typed);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = prompt -> {
            if (!typed.isEmpty()) {
                err.append(prompt);
            }
            return Optional.ofNullable(answers.poll());
        };
        int exitCode = Usher.commandLine(new Surroundings(new Settings(properties, environment), input, terminal))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        Stream.concat(Arrays.stream(arguments), common.stream()).toArray(String[]::new));
        return new Result(exitCode, out.toString(), err.toString());
    }

    /** How it ended and what it printed. */
    record Result(int exitCode, String out, String err) {}
}

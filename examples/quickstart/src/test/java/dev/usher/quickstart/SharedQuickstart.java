package dev.usher.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One quickstart with the default settings for all test classes that ask for its {@link Api}, its {@link MemberTable} or
 * the {@link QuickstartProcess} itself; by the {@link Launch} they start others, set up differently, on the same
 * {@link ContractStorage}, and by the {@link Portal} they sign in to one more at a provider. Started at the first question, killed after
 * the last test.
 */
final class SharedQuickstart implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Api.class
                || type == MemberTable.class
                || type == QuickstartProcess.class
                || type == Launch.class
                || type == Portal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running = test.getRoot()
                .getStore(Namespace.create(SharedQuickstart.class))
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Api.class) {
            return running.process.api();
        }
        if (type == Launch.class) {
            return running.storage.launch();
        }
        if (type == Portal.class) {
            return test.getRoot()
                    .getStore(Namespace.create(SharedQuickstart.class))
                    .getOrComputeIfAbsent(Portal.class, any -> Portal.open(running.storage.launch()), Portal.class);
        }
        return type == MemberTable.class ? running.storage.table() : running.process;
    }

    private record Running(QuickstartProcess process, ContractStorage storage, Path folder) implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory("usher-quickstart");
                ContractStorage storage = ContractStorage.in(folder);
                return new Running(storage.launch().start(), storage, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            process.close();
            storage.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

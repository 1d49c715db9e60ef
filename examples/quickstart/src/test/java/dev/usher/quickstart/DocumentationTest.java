package dev.usher.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.ConfigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documentation says what the code says: every Java block is taken from a compiled source, every link leads somewhere. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern JAVA_BLOCK = Pattern.compile(
            "(?m)(?:^<!-- (?<source>\\S+) -->\\n)?^```java\\n(?<code>.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)(?<target>[^)#]+)[^)]*\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void takesItsCodeFromCompiledSources(Path page) throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            assertThat(block.group("source"))
                    .as("the source above a block of %s", page)
                    .isNotNull();
            String source = Files.readString(ROOT.resolve(block.group("source")));
            assertThat(source).contains(block.group("code").stripTrailing());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToWhatThereIs(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        List<String> broken = new ArrayList<>();
        while (link.find()) {
            if (!Files.exists(page.resolveSibling(link.group("target")))) {
                broken.add(link.group("target"));
            }
        }
        assertThat(broken).as("links of %s", page).isEmpty();
    }

    @Test
    void listsEveryConfigurationKey() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/configuration.md"));
        for (ConfigKey key : ConfigKey.values()) {
            assertThat(page).contains("`" + key.key() + "`");
        }
    }

    @Test
    void namesTestsThatExistInItsPromises() throws IOException {
        Matcher test = Pattern.compile("`(?<name>\\w+(?:Test|Contract))")
                .matcher(Files.readString(ROOT.resolve("SECURITY.md")));
        List<String> missing = new ArrayList<>();
        while (test.find()) {
            if (!exists(test.group("name") + ".java")) {
                missing.add(test.group("name"));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String file) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.anyMatch(path -> path.getFileName().toString().equals(file)
                    && !path.toString().contains("/target/"));
        }
    }
}

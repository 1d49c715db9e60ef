package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Usher where there is no MicroProfile OpenAPI. */
class WithoutOpenApiTest {

    private static final String ANNOTATION = "org.eclipse.microprofile.openapi.annotations.Operation";

    @Test
    void loadsWithAllItsAnnotations() throws Exception {
        try (URLClassLoader bare = bareLoader()) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> bare.loadClass(ANNOTATION));
            List<String> names = classesOfRest();
            assertThat(names).contains("dev.usher.rest.LoginResource", "dev.usher.rest.Endpoint");
            for (String name : names) {
                Class<?> type = Class.forName(name, true, bare);
                for (Method method : type.getDeclaredMethods()) {
                    assertThat(method.getAnnotations())
                            .noneMatch(each -> each.toString().contains(".openapi."));
                }
            }
        }
    }

    private static URLClassLoader bareLoader() {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("openapi-api") && !entry.contains("open-api"))
                .map(WithoutOpenApiTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> classesOfRest() throws IOException, URISyntaxException {
        URI classes = UsherResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path root = Path.of(classes);
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("package-info"))
                    .map(file -> file.replace(".class", "").replace(File.separatorChar, '.'))
                    .filter(name -> !name.startsWith("dev.usher.rest.openapi.") && !name.endsWith("$MicroProfile"))
                    .toList();
        }
    }
}

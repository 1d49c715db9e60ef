package dev.usher.rest.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CDI looks at can be looked at where there is no {@code jakarta.transaction}. */
class WithoutJtaTest {

    private final ClassLoader loader = new WithoutJta();

    @ParameterizedTest
    @ValueSource(classes = {JtaTransactions.class, JtaBoundary.class, UsherBeans.class})
    void aBeanIsRead(Class<?> known) throws ClassNotFoundException {
        Class<?> bean = loader.loadClass(known.getName());
        assertThat(bean).isNotSameAs(known);
        assertThat(bean.getDeclaredConstructors()).isNotEmpty();
        assertThat(bean.getDeclaredMethods()).isNotEmpty();
        assertThatCode(bean::getDeclaredFields).doesNotThrowAnyException();
        assertThat(bean.getAnnotations()).isNotEmpty();
    }

    @Test
    void nothingOfItIsFound() {
        assertThatThrownBy(() -> loader.loadClass("jakarta.transaction.Transactional"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    /** Loads Usher's wiring anew, and has everything else of this test's but {@code jakarta.transaction}. */
    private static final class WithoutJta extends ClassLoader {

        WithoutJta() {
            super(WithoutJtaTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.transaction.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith("dev.usher.rest.wiring.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

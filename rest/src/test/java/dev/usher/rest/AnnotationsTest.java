package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Authenticated
    interface Guarded<T> {
        @Authenticated(superuser = true)
        void generic(T value);
    }

    static class Base {
        @Authenticated(verified = true)
        public void overridden() {}

        public void bare() {}
    }

    static class Sub extends Base {
        @Override
        public void overridden() {}

        @Override
        public void bare() {}

        public void overridden(String other) {}
    }

    static final class Implementing extends Base implements Guarded<String> {
        @Override
        public void generic(String value) {}

        @Override
        public void overridden() {}
    }

    private static Optional<Authenticated> find(Class<?> type, String method, Class<?>... parameters) {
        try {
            return Annotations.find(type, type.getMethod(method, parameters), Authenticated.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void areFoundOnAnOverriddenMethod() {
        assertThat(find(Sub.class, "overridden")).map(Authenticated::verified).contains(true);
    }

    @Test
    void areNotFoundOnAnOverloadedOne() {
        assertThat(find(Sub.class, "overridden", String.class)).isEmpty();
    }

    @Test
    void areNotFoundWhereThereAreNone() {
        assertThat(find(Sub.class, "bare")).isEmpty();
    }

    @Test
    void areFoundOnAnInterfacesMethodThroughItsTypeVariable() {
        assertThat(find(Implementing.class, "generic", String.class))
                .map(Authenticated::superuser)
                .contains(true);
    }

    @Test
    void areFoundOnASupertypeWhereTheMethodHasNone() {
        assertThat(find(Implementing.class, "bare"))
                .map(Authenticated::verified)
                .contains(false);
    }

    @Test
    void onAMethodReplaceThoseOnItsClass() {
        assertThat(find(Implementing.class, "overridden"))
                .map(Authenticated::verified)
                .contains(true);
    }
}

package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.usher.testkit.Knight;
import org.junit.jupiter.api.Test;

class TypeArgumentTest {

    private static final TypeArgument<UserCreate<?>> BODY =
            TypeArgument.of(RegisterResource.class, 1, UserCreate.class);

    private static class KnightCreate extends UserCreate<Knight> {}

    private static class Direct extends RegisterResource<Knight, KnightCreate, UserRead<Knight>> {}

    private static class Plain extends RegisterResource<Knight, UserCreate<Knight>, UserRead<Knight>> {}

    private static class Between<C extends UserCreate<Knight>> extends RegisterResource<Knight, C, UserRead<Knight>> {}

    private static class Through extends Between<KnightCreate> {}

    private static class ProxyLike extends Through {}

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static class Raw extends RegisterResource {}

    @Test
    void isWhatTheApplicationNames() {
        assertThat(BODY.get(Direct.class)).isEqualTo(KnightCreate.class);
        assertThat(BODY.get(Plain.class)).isEqualTo(UserCreate.class);
    }

    @Test
    void isFoundThroughClassesBetween() {
        assertThat(BODY.get(Through.class)).isEqualTo(KnightCreate.class);
        assertThat(BODY.get(ProxyLike.class)).isEqualTo(KnightCreate.class);
    }

    @Test
    void mustBeNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BODY.get(Raw.class))
                .withMessageContaining("RegisterResource<Member, …>");
    }
}

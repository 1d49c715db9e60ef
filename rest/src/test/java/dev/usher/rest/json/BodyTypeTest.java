package dev.usher.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.io.StringReader;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyTypeTest {

    private final ValidatorFactory validation = Validation.buildDefaultValidatorFactory();
    private final JsonFormat json = new JsonFormat(validation.getValidator());

    @AfterEach
    void close() {
        validation.close();
    }

    /** A duel. */
    @NobodyFightsHerself
    @SuppressWarnings("NullAway.Init") // filled by JSON-B
    public static class Duel {
        @NotNull public String challenger;

        public @Nullable String opponent;

        @Max(7) public int rounds;
    }

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = NobodyFightsHerself.Check.class)
    public @interface NobodyFightsHerself {

        String message() default "find somebody else";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** The check itself. */
        final class Check implements ConstraintValidator<NobodyFightsHerself, Duel> {
            @Override
            public boolean isValid(Duel duel, ConstraintValidatorContext context) {
                return duel.challenger == null || !duel.challenger.equals(duel.opponent);
            }
        }
    }

    private List<Violation> violations(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            List<Violation> violations = new ArrayList<>();
            json.bodyType(Duel.class).read(object, violations);
            return violations;
        }
    }

    @Test
    void takesWhatIsGood() {
        assertThat(violations("{\"challenger\":\"kay\",\"rounds\":3,\"horse\":[]}"))
                .isEmpty();
    }

    @Test
    void tellsOfEachFieldInTheirOrder() {
        assertThat(violations("{\"rounds\":8,\"opponent\":1}"))
                .extracting(Violation::loc)
                .containsExactly(List.of("body", "challenger"), List.of("body", "opponent"), List.of("body", "rounds"));
    }

    @Test
    void tellsOfTheWholeWhereAConstraintIsOnTheClass() {
        assertThat(violations("{\"challenger\":\"kay\",\"opponent\":\"kay\",\"rounds\":8}"))
                .extracting(Violation::loc)
                .containsExactly(List.of("body"), List.of("body", "rounds"));
    }
}

package dev.usher.rest.openapi;

import dev.usher.rest.EmailAddress;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Constraints of Bean Validation as a schema says them; those it has no words for are left out. */
final class Constraints {

    private final AnnotatedElement field;

    Constraints(AnnotatedElement field) {
        this.field = field;
    }

    boolean refuseNull() {
        return has(NotNull.class) || has(NotBlank.class) || has(NotEmpty.class);
    }

    Schema addTo(Schema schema, Type type) {
        addLimits(schema, type);
        if (has(EmailAddress.class) || has(Email.class)) {
            schema.format("email");
        }
        find(Pattern.class).ifPresent(pattern -> schema.pattern("^(?:" + pattern.regexp() + ")$"));
        find(Min.class).ifPresent(min -> schema.minimum(BigDecimal.valueOf(min.value())));
        find(Max.class).ifPresent(max -> schema.maximum(BigDecimal.valueOf(max.value())));
        find(PositiveOrZero.class).ifPresent(positive -> schema.minimum(BigDecimal.ZERO));
        find(DecimalMin.class)
                .filter(DecimalMin::inclusive)
                .ifPresent(min -> schema.minimum(new BigDecimal(min.value())));
        find(DecimalMax.class)
                .filter(DecimalMax::inclusive)
                .ifPresent(max -> schema.maximum(new BigDecimal(max.value())));
        return schema;
    }

    private void addLimits(Schema schema, Type type) {
        int least = has(NotBlank.class) || has(NotEmpty.class) ? 1 : 0;
        int min = Math.max(least, find(Size.class).map(Size::min).orElse(0));
        int max = find(Size.class).map(Size::max).orElse(Integer.MAX_VALUE);
        Integer atLeast = min == 0 ? null : min;
        Integer atMost = max == Integer.MAX_VALUE ? null : max;
        Class<?> raw = raw(type);
        if (CharSequence.class.isAssignableFrom(raw)) {
            schema.minLength(atLeast).maxLength(atMost);
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.minProperties(atLeast).maxProperties(atMost);
        } else if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
            schema.minItems(atLeast).maxItems(atMost);
        }
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private boolean has(Class<? extends Annotation> constraint) {
        return field.isAnnotationPresent(constraint);
    }

    private <A extends Annotation> Optional<A> find(Class<A> constraint) {
        return Optional.ofNullable(field.getAnnotation(constraint));
    }
}

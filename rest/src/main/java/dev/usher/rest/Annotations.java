package dev.usher.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the annotation that counts for a resource method, also where the application overrides the method without
 * repeating it, implements it for an interface, or CDI puts a subclass in front.
 */
final class Annotations {

    private Annotations() {}

    /** The nearest one on the method or a method it overrides, else the nearest one on the class or a supertype. */
    static <A extends Annotation> Optional<A> find(Class<?> type, Method method, Class<A> annotation) {
        return onMethod(type, method, annotation).or(() -> onType(type, annotation));
    }

    /** The nearest one on the method or a method it overrides. */
    static <A extends Annotation> Optional<A> onMethod(Class<?> type, Method method, Class<A> annotation) {
        return declarations(type, method)
                .map(each -> each.getAnnotation(annotation))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The nearest one on the class or a supertype. */
    static <A extends Annotation> Optional<A> onType(Class<?> type, Class<A> annotation) {
        return supertypes(type)
                .map(each -> each.getAnnotation(annotation))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The method and those it overrides, the nearest first. */
    static Stream<Method> declarations(Class<?> type, Method method) {
        return supertypes(type).flatMap(each -> overridden(each, method));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> above = Stream.concat(
                Stream.ofNullable(type.getSuperclass()).flatMap(Annotations::supertypes),
                Arrays.stream(type.getInterfaces()).flatMap(Annotations::supertypes));
        return Stream.concat(Stream.of(type), above);
    }

    private static Stream<Method> overridden(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(method.getName())
                        && each.getParameterCount() == method.getParameterCount()
                        && takesNoLess(each, method));
    }

    /** Whether a method could be overridden by another: its parameters are the same, or a type variable's bound. */
    private static boolean takesNoLess(Method above, Method below) {
        for (int i = 0; i < above.getParameterCount(); i++) {
            if (!above.getParameterTypes()[i].isAssignableFrom(below.getParameterTypes()[i])) {
                return false;
            }
        }
        return true;
    }
}

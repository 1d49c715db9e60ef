package dev.usher.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses {@link Authenticated} on sub-resource locators, in front of which runtimes put no filter: it would let everybody
 * pass. It is refused when the application starts or, where a class is not known by then, with every request that is matched
 * through it.
 */
final class LocatorFilter implements ContainerRequestFilter {

    /** Before everything else of Usher's. */
    static final int PRIORITY = Priorities.AUTHENTICATION - 300;

    /** The guarded locator of a class, if it has one; looked for once. */
    private static final ClassValue<Optional<Method>> GUARDED = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> isLocator(type, method))
                    .filter(method ->
                            Annotations.find(type, method, Authenticated.class).isPresent())
                    .findFirst();
        }
    };

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getMatchedResources().forEach(each -> requireNoneGuarded(each.getClass()));
    }

    /** @throws IllegalStateException if one of the resource classes that are registered has a guarded locator */
    static void requireNoneGuarded(Configuration application) {
        Stream.concat(
                        application.getClasses().stream(),
                        application.getInstances().stream().map(Object::getClass))
                .filter(type -> Annotations.onType(type, Path.class).isPresent())
                .forEach(LocatorFilter::requireNoneGuarded);
    }

    /** @throws IllegalStateException if a locator of the class has a guard, from the class or a supertype or its own */
    static void requireNoneGuarded(Class<?> type) {
        GUARDED.get(type).ifPresent(locator -> {
            throw new IllegalStateException("@Authenticated cannot guard the sub-resource locator " + type.getName()
                    + "."
                    + locator.getName() + ": put it on the methods or the class of the sub-resource, and not on the"
                    + " locator or its class");
        });
    }

    /** Whether any declaration of a method makes it a locator: a path, and no verb of its own. */
    private static boolean isLocator(Class<?> type, Method method) {
        return Annotations.declarations(type, method)
                .anyMatch(each -> each.isAnnotationPresent(Path.class) && !hasVerb(each));
    }

    private static boolean hasVerb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}

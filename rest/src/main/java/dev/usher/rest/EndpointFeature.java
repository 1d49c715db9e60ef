package dev.usher.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Optional;

/** Puts the filters an endpoint needs in front of it, once, when the application starts. */
final class EndpointFeature implements DynamicFeature {

    private static final int BEFORE_ALL = Priorities.AUTHENTICATION - 200;
    private static final int BEFORE_GUARDS = Priorities.AUTHENTICATION - 100;

    private final UsherRuntime usher;
    private final Roots roots;

    EndpointFeature(UsherRuntime usher, Roots roots) {
        this.usher = usher;
        this.roots = roots;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = resource.getResourceClass();
        LocatorFilter.requireNoneGuarded(type);
        Method method = resource.getResourceMethod();
        boolean own = UsherResource.class.isAssignableFrom(type);
        if (own) {
            usher.requirePartsOf(type);
            path(type).ifPresent(roots::add);
            context.register((ContainerRequestFilter) usher.state()::request, BEFORE_ALL);
        }
        if (own && Annotations.find(type, method, GET.class).isEmpty()) {
            boolean takesJson = Annotations.find(type, method, JsonBody.class).isPresent();
            context.register(new BodyFilter(usher, takesJson), BEFORE_GUARDS);
        }
        Annotations.find(type, method, Authenticated.class)
                .map(Guard::of)
                .map(guard -> guard.verifiedIf(own && usher.requiresVerification()))
                .ifPresent(
                        guard -> context.register(new AuthenticationFilter(usher, guard), Priorities.AUTHENTICATION));
    }

    private static Optional<String> path(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Path path = each.getAnnotation(Path.class);
            if (path != null) {
                return Optional.of(path.value());
            }
        }
        return Optional.empty();
    }
}

package dev.usher.rest;

import dev.usher.ErrorCode;
import dev.usher.User;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An endpoint of an application, as a description of it needs to know it: read from the very annotations and type
 * arguments that filters and binding go by. Not for applications.
 *
 * @param resource the class that the application names
 */
public record Endpoint(Class<?> resource, Method method) {

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    /** Every endpoint of a resource class, of Usher's or of the application's own. */
    public static List<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .map(method -> new Endpoint(resource, method))
                .filter(endpoint -> !endpoint.verb().isEmpty())
                .toList();
    }

    /** Such as {@code POST}; empty if the method is no endpoint. */
    public String verb() {
        return VERBS.stream()
                .filter(verb -> find(verb).isPresent())
                .map(Class::getSimpleName)
                .findFirst()
                .orElse("");
    }

    /** Below the application's own path, such as {@code /users/{id}}. */
    public String path() {
        String own = find(Path.class).map(Path::value).orElse("");
        String all = Annotations.onType(resource, Path.class).map(Path::value).orElse("") + "/" + own;
        return ("/" + all.replaceAll("\\{\\s*([\\w.-]+)\\s*:[^/]*}", "{$1}"))
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }

    /** An annotation of the method or of one that it overrides. */
    public <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return Annotations.onMethod(resource, method, annotation);
    }

    /** Whether Usher wrote the endpoint. */
    public boolean isUshers() {
        return base().filter(this::overridesOneOf).isPresent();
    }

    private boolean overridesOneOf(Class<?> base) {
        return Arrays.stream(base.getMethods())
                .anyMatch(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    /** Who may call, if not everybody. */
    public Optional<Authenticated> guard() {
        return Annotations.find(resource, method, Authenticated.class);
    }

    /**
     * The backend whose login answers who comes back from a provider, by its name; empty for other endpoints, and where the
     * resource cannot be made to be asked.
     */
    public Optional<String> backend() {
        if (!OAuthResource.class.isAssignableFrom(resource)) {
            return Optional.empty();
        }
        try {
            Object made = resource.getConstructor().newInstance();
            return Optional.of(((OAuthResource<?>) made).backend());
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What the body is read as, as the application names it; empty if the endpoint takes no JSON. */
    public List<Class<?>> bodies() {
        return find(JsonBody.class).stream()
                .flatMap(body -> Stream.of(body.value()))
                .<Class<?>>map(type -> typeArgument(type).orElse(type))
                .toList();
    }

    /** Why the use case may be refused. */
    public List<ErrorCode> refusals() {
        return find(Refuses.class).map(each -> List.of(each.value())).orElse(List.of());
    }

    /** The class that the application names for a type variable of Usher's resource; empty if that has none so bounded. */
    public Optional<Class<?>> typeArgument(Class<?> bound) {
        return base().flatMap(base -> {
            TypeVariable<?>[] variables = base.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                if (raw(variables[i].getBounds()[0]) == bound) {
                    return Optional.of(TypeArgument.of(base, i, bound).get(resource));
                }
            }
            return Optional.empty();
        });
    }

    /** The type of the ids of the application's users; {@code Object} where it cannot be told. */
    public Class<?> idType() {
        return typeArgument(User.class).map(Endpoint::idType).orElse(Object.class);
    }

    private static Class<?> idType(Class<?> user) {
        try {
            Method id = user.getMethod("id");
            TypeVariable<?>[] variables = id.getDeclaringClass().getTypeParameters();
            int index = Arrays.asList(variables).indexOf(id.getGenericReturnType());
            return index < 0
                    ? id.getReturnType()
                    : TypeArgument.of(id.getDeclaringClass(), index, Object.class)
                            .get(user);
        } catch (NoSuchMethodException | IllegalStateException e) {
            return Object.class;
        }
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }

    /** Usher's resource that the application extends. */
    private Optional<Class<?>> base() {
        for (Class<?> each = resource; each != null; each = each.getSuperclass()) {
            if (each.getSuperclass() == UsherResource.class) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

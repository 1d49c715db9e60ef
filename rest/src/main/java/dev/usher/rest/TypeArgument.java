package dev.usher.rest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The class that stands for a type variable of a resource where the application extends it, looked up once for each
 * class. {@code class Register extends RegisterResource<Member, MemberCreate, MemberRead>} has {@code MemberCreate} at 1.
 *
 * @param <T> what the class must extend
 */
final class TypeArgument<T> extends ClassValue<Class<? extends T>> {

    private final Class<?> resource;
    private final int index;
    private final Class<? super T> bound;

    private TypeArgument(Class<?> resource, int index, Class<? super T> bound) {
        this.resource = resource;
        this.index = index;
        this.bound = bound;
    }

    static <T> TypeArgument<T> of(Class<?> resource, int index, Class<? super T> bound) {
        return new TypeArgument<>(resource, index, bound);
    }

    @Override
    protected Class<? extends T> computeValue(Class<?> subclass) {
        Map<TypeVariable<?>, Type> known = new HashMap<>();
        for (Class<?> each = subclass; each != null && each != resource; each = each.getSuperclass()) {
            if (each.getGenericSuperclass() instanceof ParameterizedType parent) {
                TypeVariable<?>[] variables = each.getSuperclass().getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    Type argument = parent.getActualTypeArguments()[i];
                    known.put(variables[i], known.getOrDefault(argument, argument));
                }
            }
        }
        return classOf(known.get(resource.getTypeParameters()[index]), subclass);
    }

    private Class<? extends T> classOf(@Nullable Type argument, Class<?> subclass) {
        Type type = argument instanceof ParameterizedType parameterized ? parameterized.getRawType() : argument;
        if (type instanceof Class<?> found && bound.isAssignableFrom(found)) {
            @SuppressWarnings("unchecked") // T is the bound, with its own type arguments
            Class<? extends T> checked = (Class<? extends T>) found;
            return checked;
        }
        throw new IllegalStateException(subclass.getName() + " must name its types where it extends "
                + resource.getSimpleName() + ", e.g. " + resource.getSimpleName() + "<Member, …>");
    }
}

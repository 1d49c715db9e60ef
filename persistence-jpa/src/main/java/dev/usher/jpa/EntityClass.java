package dev.usher.jpa;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** An entity class of the application's. */
final class EntityClass<E> {

    private final Class<E> type;
    private final Constructor<E> constructor;

    /** @throws IllegalArgumentException if no object of it can be made */
    EntityClass(Class<E> type) {
        this.type = type;
        try {
            this.constructor = type.getDeclaredConstructor();
            if (Modifier.isAbstract(type.getModifiers()) || !constructor.trySetAccessible()) {
                throw unusable(type, null);
            }
        } catch (NoSuchMethodException e) {
            throw unusable(type, e);
        }
    }

    Class<E> type() {
        return type;
    }

    /** Its name in queries. */
    String name(EntityManager manager) {
        return manager.getMetamodel().entity(type).getName();
    }

    E newObject() {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unusable(type, e);
        }
    }

    private static IllegalArgumentException unusable(Class<?> type, @Nullable Exception cause) {
        return new IllegalArgumentException(
                type.getName() + " needs to be an entity class with a constructor without parameters", cause);
    }
}

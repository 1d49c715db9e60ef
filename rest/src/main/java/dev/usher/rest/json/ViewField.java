package dev.usher.rest.json;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One member of a JSON object that a client sees: a public field, or what a public getter returns.
 *
 * @param name on the wire
 * @param element the field or the getter, with its annotations
 * @param owner the class that declares it
 */
public record ViewField(String name, AnnotatedType type, AnnotatedElement element, Class<?> owner) {

    /** What {@link JsonFormat#write} makes of a type; the members of superclasses first. */
    public static List<ViewField> allOf(Class<?> type) {
        Map<String, ViewField> fields = new LinkedHashMap<>();
        for (Field field : publicFields(type)) {
            put(fields, field, field.getName(), field.getAnnotatedType(), field.getDeclaringClass());
        }
        for (Method getter : type.getMethods()) {
            String property = propertyOf(getter);
            if (!property.isEmpty()) {
                put(fields, getter, property, getter.getAnnotatedReturnType(), getter.getDeclaringClass());
            }
        }
        return List.copyOf(fields.values());
    }

    private static void put(
            Map<String, ViewField> fields, AnnotatedElement element, String property, AnnotatedType type, Class<?> in) {
        if (!element.isAnnotationPresent(JsonbTransient.class)) {
            String name = nameOf(element, property);
            fields.putIfAbsent(name, new ViewField(name, type, element, in));
        }
    }

    private static String propertyOf(Method method) {
        String name = method.getName();
        boolean own = method.getDeclaringClass() != Object.class
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
        if (!own || method.getParameterCount() > 0 || method.getReturnType() == void.class) {
            return "";
        }
        if (name.startsWith("is") && method.getReturnType() == boolean.class) {
            return Introspector.decapitalize(name.substring(2));
        }
        return name.startsWith("get") ? Introspector.decapitalize(name.substring(3)) : "";
    }

    static String nameOf(AnnotatedElement element, String property) {
        JsonbProperty named = element.getAnnotation(JsonbProperty.class);
        return named == null || named.value().isEmpty() ? SnakeCase.of(property) : named.value();
    }

    static List<Field> publicFields(Class<?> type) {
        Deque<Class<?>> baseFirst = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            baseFirst.push(each);
        }
        List<Field> fields = new ArrayList<>();
        for (Class<?> each : baseFirst) {
            for (Field field : each.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers()) && !Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}

package dev.usher.rest.openapi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Schemas with a type: the one place where the API of MicroProfile OpenAPI 3.1 (a schema has one type and may be nullable)
 * and that of 4 (it has several, one of which may be null) differ.
 */
final class SchemaTypes {

    private static final @Nullable SchemaType NULL = Arrays.stream(SchemaType.values())
            .filter(type -> type.name().equals("NULL"))
            .findFirst()
            .orElse(null);

    private static final @Nullable MethodHandle ADD_TYPE = NULL == null ? null : addType();

    private SchemaTypes() {}

    private static MethodHandle addType() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Schema.class, "addType", MethodType.methodType(Schema.class, SchemaType.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of MicroProfile OpenAPI is not known", e);
        }
    }

    static Schema of(SchemaType type) {
        return of(type, false);
    }

    static Schema of(SchemaType type, boolean nullable) {
        Schema schema = OASFactory.createSchema();
        if (NULL == null) {
            schema.setType(type);
            return nullable ? schema.nullable(true) : schema;
        }
        add(schema, type);
        if (nullable) {
            add(schema, NULL);
        }
        return schema;
    }

    /** The JSON value {@code null}, and no other. */
    static Schema nothing() {
        if (NULL == null) {
            return of(SchemaType.OBJECT, true).maxProperties(0);
        }
        Schema schema = OASFactory.createSchema();
        add(schema, NULL);
        return schema;
    }

    private static void add(Schema schema, SchemaType type) {
        try {
            if (ADD_TYPE != null) {
                ADD_TYPE.invoke(schema, type);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

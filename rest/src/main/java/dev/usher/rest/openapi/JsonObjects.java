package dev.usher.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.usher.rest.Endpoint;
import dev.usher.rest.UserRead;
import dev.usher.rest.json.BodyField;
import dev.usher.rest.json.BodyField.Presence;
import dev.usher.rest.json.ViewField;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The objects that clients send and see, with the application's own fields. */
final class JsonObjects {

    private static final String PASSWORD = "password";

    private final Shared shared;

    JsonObjects(Shared shared) {
        this.shared = shared;
    }

    static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }

    /** A body that is read as several types together. */
    Schema body(List<Class<?>> types) {
        List<Schema> schemas = types.stream().map(this::body).toList();
        return schemas.size() == 1 ? schemas.get(0) : OASFactory.createSchema().allOf(schemas);
    }

    private Schema body(Class<?> type) {
        return shared.schema(type.getSimpleName(), () -> {
            Schema object = SchemaTypes.of(OBJECT);
            for (BodyField field : BodyField.allOf(type)) {
                Constraints constraints = new Constraints(field.field());
                boolean nullable = field.presence() == Presence.OPTIONAL
                        && !constraints.refuseNull()
                        && !field.field().getType().isPrimitive();
                Type fieldType = field.field().getGenericType();
                Schema schema = constraints.addTo(Types.schema(fieldType, nullable), fieldType);
                object.addProperty(field.name(), field.name().equals(PASSWORD) ? schema.format(PASSWORD) : schema);
                if (constraints.refuseNull()) {
                    object.addRequired(field.name());
                }
            }
            return object;
        });
    }

    /** What a client sees of a user: every member is there. */
    Schema view(Endpoint endpoint) {
        Class<?> type = endpoint.typeArgument(UserRead.class).orElse(UserRead.class);
        return shared.schema(type.getSimpleName(), () -> {
            Schema object = SchemaTypes.of(OBJECT);
            for (ViewField field : ViewField.allOf(type)) {
                boolean id = field.owner() == UserRead.class && field.name().equals("id");
                Type fieldType = id ? endpoint.idType() : field.type().getType();
                Schema schema = Types.schema(fieldType, isNullable(field));
                object.addProperty(field.name(), new Constraints(field.element()).addTo(schema, fieldType));
                object.addRequired(field.name());
            }
            return object;
        });
    }

    private static boolean isNullable(ViewField field) {
        if (field.type().getType() instanceof Class<?> type && type.isPrimitive()) {
            return false;
        }
        boolean speaksOfNull = field.owner().isAnnotationPresent(NullMarked.class)
                || field.owner().getPackage().isAnnotationPresent(NullMarked.class);
        return field.type().isAnnotationPresent(Nullable.class)
                || (!speaksOfNull && !new Constraints(field.element()).refuseNull());
    }

    /** A page of them. */
    Schema page(Endpoint endpoint) {
        Schema view = view(endpoint);
        return shared.schema("UserPage", () -> SchemaTypes.of(OBJECT)
                .addProperty("users", SchemaTypes.of(ARRAY).items(view))
                .addProperty("next", SchemaTypes.of(STRING, true).description("null on the last page"))
                .addProperty(
                        "total", SchemaTypes.of(INTEGER, true).format("int64").description("null unless asked for"))
                .required(List.of("users", "next", "total")));
    }

    /** Where to send a browser. */
    Schema departure() {
        return shared.schema("Departure", () -> SchemaTypes.of(OBJECT)
                .addProperty("authorization_url", SchemaTypes.of(STRING).format("uri"))
                .addRequired("authorization_url"));
    }

    /** What a login by header is answered with. */
    Schema token() {
        return shared.schema("AccessToken", () -> SchemaTypes.of(OBJECT)
                .properties(Map.of(
                        "access_token",
                        SchemaTypes.of(STRING),
                        "token_type",
                        SchemaTypes.of(STRING).enumeration(List.of("bearer"))))
                .required(List.of("access_token", "token_type")));
    }

    /** A JWK Set. */
    Schema keys() {
        return shared.schema("KeySet", () -> SchemaTypes.of(OBJECT)
                .addProperty("keys", SchemaTypes.of(ARRAY).items(SchemaTypes.of(OBJECT)))
                .addRequired("keys"));
    }

    /** The form of the password grant. */
    Schema loginForm() {
        return shared.schema("LoginForm", () -> SchemaTypes.of(OBJECT)
                .addProperty(
                        "username",
                        text().minLength(1).description("What the user names herself by, usually the address"))
                .addProperty(PASSWORD, text().minLength(1).format(PASSWORD))
                .addProperty("grant_type", SchemaTypes.of(STRING).pattern("^(password)?$"))
                .addProperty("scope", ignored())
                .addProperty("client_id", ignored())
                .addProperty("client_secret", ignored().format(PASSWORD))
                .required(List.of("username", PASSWORD)));
    }

    private static Schema text() {
        return SchemaTypes.of(STRING).maxLength(Errors.LONGEST_PASSWORD);
    }

    private static Schema ignored() {
        return SchemaTypes.of(STRING).description("Allowed and ignored");
    }
}

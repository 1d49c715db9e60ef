package dev.usher.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.usher.ErrorCode;
import dev.usher.rest.Endpoint;
import dev.usher.rest.UserListResource;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What goes into Usher's endpoints: parameters and bodies. */
final class Inputs {

    private final Shared shared;
    private final SignIn signIn;
    private final JsonObjects objects;

    Inputs(Shared shared, SignIn signIn, JsonObjects objects) {
        this.shared = shared;
        this.signIn = signIn;
        this.objects = objects;
    }

    void addTo(Operation operation, Endpoint endpoint) {
        addParameters(endpoint, operation);
        addBody(endpoint, operation);
    }

    private void addParameters(Endpoint endpoint, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if ("backend".equals(parameter.getName())) {
                parameter.schema(SchemaTypes.of(STRING).enumeration(signIn.names()));
            } else if ("id".equals(parameter.getName())) {
                parameter.schema(Types.schema(endpoint.idType(), false));
            } else if ("scopes".equals(parameter.getName())) {
                parameter.schema(SchemaTypes.of(ARRAY).items(SchemaTypes.of(STRING)));
            } else if (parameter.getSchema() == null) {
                parameter.schema(SchemaTypes.of(STRING));
            }
        }
        if (endpoint.refusals().contains(ErrorCode.UPDATE_USER_CONFLICT)) {
            operation.addParameter(shared.parameter("IfMatch", () -> OASFactory.createParameter()
                    .name("If-Match")
                    .in(Parameter.In.HEADER)
                    .required(false)
                    .description("The ETag of the version that is to be changed")
                    .schema(SchemaTypes.of(STRING))));
        }
        if (UserListResource.class.isAssignableFrom(endpoint.resource())) {
            ListParameters.addTo(operation);
        }
    }

    private void addBody(Endpoint endpoint, Operation operation) {
        List<String> types = List.of();
        Schema schema = null;
        if (Completion.isLogin(endpoint)) {
            types = List.of("application/x-www-form-urlencoded", "multipart/form-data");
            schema = objects.loginForm();
        } else if (!endpoint.bodies().isEmpty()) {
            types = List.of("application/json");
            schema = objects.body(endpoint.bodies());
        }
        if (schema != null) {
            Content content = OASFactory.createContent();
            for (String type : types) {
                content.addMediaType(type, OASFactory.createMediaType().schema(schema));
            }
            operation.setRequestBody(
                    OASFactory.createRequestBody().required(true).content(content));
        }
    }
}

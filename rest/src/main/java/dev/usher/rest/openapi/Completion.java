package dev.usher.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.usher.ErrorCode;
import dev.usher.rest.Endpoint;
import dev.usher.rest.ErrorSample;
import dev.usher.rest.UserListResource;
import dev.usher.rest.UserRead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to one operation what a scanner cannot see: who may call it, what goes in, what comes out, and every refusal. */
final class Completion {

    private final Shared shared;
    private final SignIn signIn;
    private final Errors errors;
    private final JsonObjects objects;

    Completion(Shared shared, SignIn signIn) {
        this.shared = shared;
        this.signIn = signIn;
        this.errors = new Errors(shared);
        this.objects = new JsonObjects(shared);
    }

    void complete(Endpoint endpoint, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        endpoint.guard().ifPresent(guard -> {
            signIn.require(operation, guard.optional());
            if (!guard.optional()) {
                addGuard(endpoint, operation.getResponses());
            }
        });
        if (endpoint.isUshers()) {
            addPathParameters(endpoint, operation);
            addBody(endpoint, operation);
            addSuccess(endpoint, operation.getResponses());
            addRefusals(endpoint, operation.getResponses());
        }
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private void addGuard(Endpoint endpoint, APIResponses responses) {
        boolean safe = endpoint.verb().equals("GET");
        addTo(responses, 401, errors.unauthorized());
        addTo(responses, 403, safe || !signIn.hasCookies() ? errors.forbidden() : errors.forbiddenOrCrossSite());
        addTo(responses, 503, errors.unavailable());
    }

    /** What the document says already stays. */
    private static void addTo(APIResponses responses, int status, APIResponse response) {
        String code = String.valueOf(status);
        if (!responses.hasAPIResponse(code)) {
            responses.addAPIResponse(code, response);
        }
    }

    private void addPathParameters(Endpoint endpoint, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if ("backend".equals(parameter.getName())) {
                parameter.schema(SchemaTypes.of(STRING).enumeration(signIn.names()));
            } else if ("id".equals(parameter.getName())) {
                parameter.schema(Types.schema(endpoint.idType(), false));
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
        if (isLogin(endpoint)) {
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

    private static boolean isLogin(Endpoint endpoint) {
        return endpoint.path().endsWith(Operations.LOGIN);
    }

    private void addSuccess(Endpoint endpoint, APIResponses responses) {
        if (isLogin(endpoint)) {
            addLogin(responses);
            return;
        }
        for (Map.Entry<String, APIResponse> each : responses.getAPIResponses().entrySet()) {
            APIResponse response = each.getValue();
            switch (each.getKey()) {
                case "200", "201" -> addView(endpoint, response);
                case "202" -> response.content(JsonObjects.json(SchemaTypes.nothing()));
                case "204" -> addExpiry(endpoint, response);
                default -> {}
            }
        }
    }

    private void addLogin(APIResponses responses) {
        Optional.ofNullable(responses.getAPIResponse("200"))
                .ifPresent(response ->
                        response.content(JsonObjects.json(objects.token())).addHeader("Cache-Control", noStore()));
        Optional.ofNullable(responses.getAPIResponse("204"))
                .ifPresent(response -> response.addHeader("Cache-Control", noStore())
                        .addHeader("Set-Cookie", errors.header("NewCookie", "The cookie with the token", true)));
        if (!signIn.hasTokens()) {
            responses.removeAPIResponse("200");
        }
        if (!signIn.hasCookies()) {
            responses.removeAPIResponse("204");
        }
    }

    private void addView(Endpoint endpoint, APIResponse response) {
        if (UserListResource.class.isAssignableFrom(endpoint.resource())) {
            response.content(JsonObjects.json(objects.page(endpoint))).addHeader("Cache-Control", noStore());
        } else if (endpoint.typeArgument(UserRead.class).isPresent()) {
            response.content(JsonObjects.json(objects.view(endpoint)))
                    .addHeader("Cache-Control", noStore())
                    .addHeader("ETag", errors.header("ETag", "The version of the user, for If-Match", true));
            if (signIn.hasCookies() && endpoint.refusals().contains(ErrorCode.UPDATE_USER_INVALID_PASSWORD)) {
                response.addHeader(
                        "Set-Cookie",
                        errors.header("RenewedCookie", "For who changes her own password by cookie", false));
            }
        } else {
            response.content(JsonObjects.json(SchemaTypes.nothing()));
        }
    }

    private Header noStore() {
        return errors.header("NoStore", "no-store", true);
    }

    private void addExpiry(Endpoint endpoint, APIResponse response) {
        boolean another = endpoint.path().endsWith("}");
        if (signIn.hasCookies() && !another) {
            response.addHeader("Set-Cookie", errors.header("ExpiredCookie", "Every cookie of Usher's, expired", true));
        }
    }

    private void addRefusals(Endpoint endpoint, APIResponses responses) {
        Stream<ErrorSample> unreadable = isLogin(endpoint) ? Stream.of(ErrorSample.of(400)) : Stream.empty();
        Map<Integer, List<ErrorSample>> byStatus = Stream.concat(
                        endpoint.refusals().stream().map(ErrorSample::of), unreadable)
                .collect(Collectors.groupingBy(ErrorSample::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, samples) ->
                addTo(responses, status, errors.response("Refused; nothing was changed", samples)));
        if (isLogin(endpoint) && signIn.hasCookies()) {
            addTo(responses, 403, errors.crossSite());
        }
        if (endpoint.path().contains("{") || endpoint.refusals().contains(ErrorCode.UPDATE_USER_CONFLICT)) {
            addTo(responses, 404, errors.notFound());
        }
        if (!endpoint.verb().equals("GET")) {
            addTo(responses, 413, errors.tooLarge());
        }
        if (isLogin(endpoint)
                || !endpoint.bodies().isEmpty()
                || UserListResource.class.isAssignableFrom(endpoint.resource())) {
            addTo(responses, 422, errors.invalid());
        }
        addTo(responses, 503, errors.unavailable());
    }
}

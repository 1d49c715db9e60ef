package dev.usher.rest.openapi;

import dev.usher.ErrorCode;
import dev.usher.rest.Endpoint;
import dev.usher.rest.ErrorSample;
import dev.usher.rest.JwksResource;
import dev.usher.rest.OAuthResource;
import dev.usher.rest.UserListResource;
import dev.usher.rest.UserRead;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to one operation what a scanner cannot see: who may call it, what goes in, what comes out, and every refusal. */
final class Completion {

    private final SignIn signIn;
    private final Errors errors;
    private final JsonObjects objects;
    private final Inputs inputs;

    Completion(Shared shared, SignIn signIn) {
        this.signIn = signIn;
        this.errors = new Errors(shared);
        this.objects = new JsonObjects(shared);
        this.inputs = new Inputs(shared, signIn, objects);
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
            inputs.addTo(operation, endpoint);
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

    static boolean isLogin(Endpoint endpoint) {
        return endpoint.path().endsWith(Operations.LOGIN);
    }

    /** Whether who signs in elsewhere comes back here. */
    private static boolean isSignIn(Endpoint endpoint) {
        return isCallback(endpoint) && OAuthResource.class.isAssignableFrom(endpoint.resource());
    }

    private static boolean isCallback(Endpoint endpoint) {
        return isOfProvider(endpoint) && endpoint.refusals().contains(ErrorCode.OAUTH_INVALID_STATE);
    }

    /** Whether it only leads a form on to a callback, which asks the database. */
    private static boolean isForm(Endpoint endpoint) {
        return endpoint.path().endsWith("/{provider}/callback")
                && endpoint.verb().equals("POST");
    }

    private static boolean isDeparture(Endpoint endpoint) {
        return isOfProvider(endpoint) && !isCallback(endpoint);
    }

    private static boolean isOfProvider(Endpoint endpoint) {
        return endpoint.refusals().contains(ErrorCode.OAUTH_PROVIDER_ERROR);
    }

    private void addSuccess(Endpoint endpoint, APIResponses responses) {
        if (isLogin(endpoint) || isSignIn(endpoint)) {
            addLogin(endpoint.backend().map(signIn::only).orElse(signIn), responses);
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

    private void addLogin(SignIn backends, APIResponses responses) {
        APIResponse token = responses.getAPIResponse("200");
        if (!backends.hasTokens()) {
            responses.removeAPIResponse("200");
        } else if (token != null) {
            token.content(JsonObjects.json(objects.token())).addHeader("Cache-Control", noStore());
        }
        APIResponse cookie = responses.getAPIResponse("204");
        if (!backends.hasCookies()) {
            responses.removeAPIResponse("204");
        } else if (cookie != null) {
            cookie.addHeader("Cache-Control", noStore())
                    .addHeader("Set-Cookie", errors.header("NewCookie", "The cookie with the token", true));
        }
    }

    private void addView(Endpoint endpoint, APIResponse response) {
        if (isDeparture(endpoint)) {
            response.content(JsonObjects.json(objects.departure()))
                    .addHeader("Cache-Control", noStore())
                    .addHeader("Set-Cookie", errors.header("BrowserKey", "What only this browser has", true));
        } else if (UserListResource.class.isAssignableFrom(endpoint.resource())) {
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
        } else if (JwksResource.class.isAssignableFrom(endpoint.resource())) {
            response.content(OASFactory.createContent()
                    .addMediaType(
                            "application/jwk-set+json",
                            OASFactory.createMediaType().schema(objects.keys())));
        } else if (!endpoint.bodies().isEmpty()) {
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
        Stream<ErrorSample> unreadable =
                isLogin(endpoint) || isCallback(endpoint) ? Stream.of(ErrorSample.of(400)) : Stream.empty();
        Stream<ErrorSample> foreign = isCallback(endpoint) ? Stream.of(ErrorSample.ofProvider()) : Stream.empty();
        Map<Integer, List<ErrorSample>> byStatus = Stream.concat(
                        endpoint.refusals().stream().map(ErrorSample::of), Stream.concat(unreadable, foreign))
                .collect(Collectors.groupingBy(ErrorSample::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, samples) ->
                addTo(responses, status, errors.response("Refused; nothing was changed", samples)));
        if (isLogin(endpoint) && signIn.hasCookies()) {
            addTo(responses, 403, errors.crossSite());
        }
        if (endpoint.path().contains("{")) {
            addTo(responses, 404, errors.notFound());
        }
        if (!endpoint.verb().equals("GET")) {
            addTo(responses, 413, errors.tooLarge());
        }
        if (isLogin(endpoint)
                || !endpoint.bodies().isEmpty()
                || isDeparture(endpoint)
                || UserListResource.class.isAssignableFrom(endpoint.resource())) {
            addTo(responses, 422, errors.invalid());
        }
        if (!isForm(endpoint) && (!endpoint.verb().equals("GET") || isCallback(endpoint))) {
            addTo(responses, 503, errors.unavailable());
        }
    }
}

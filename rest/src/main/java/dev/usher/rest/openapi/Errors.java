package dev.usher.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.usher.ErrorCode;
import dev.usher.rest.ErrorSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Usher's errors, each as {@code {"detail": …}} and as a problem of RFC 9457, with an example for each code. */
final class Errors {

    static final int LONGEST_PASSWORD = 1024;

    private final Shared shared;

    Errors(Shared shared) {
        this.shared = shared;
    }

    APIResponse unauthorized() {
        return shared.response("Unauthorized", () -> plain("No valid token, or an inactive user", 401)
                .addHeader("WWW-Authenticate", header("WWW-Authenticate", "The challenge of RFC 6750", true)));
    }

    APIResponse forbidden() {
        return shared.response("Forbidden", () -> plain("Not verified, or no superuser, where that is asked for", 403)
                .addHeader("WWW-Authenticate", header("WWW-Authenticate", "The challenge of RFC 6750", true)));
    }

    /** The same for what browsers may be made to send with their cookie. */
    APIResponse forbiddenOrCrossSite() {
        List<ErrorSample> samples = List.of(ErrorSample.of(403), ErrorSample.of(ErrorCode.CSRF_REJECTED));
        return shared.response("ForbiddenOrCrossSite", () -> response(
                        "Not verified where that is asked for, no superuser, or a cookie that another site sent along",
                        samples)
                .addHeader(
                        "WWW-Authenticate",
                        header("Challenge", "The challenge of RFC 6750, unless another site sent the request", false)));
    }

    APIResponse crossSite() {
        return shared.response(
                "CrossSite",
                () -> response("Another site sent this", List.of(ErrorSample.of(ErrorCode.CSRF_REJECTED))));
    }

    APIResponse notFound() {
        return shared.response("NotFound", () -> plain("There is none of this name", 404));
    }

    APIResponse tooLarge() {
        return shared.response("TooLarge", () -> plain("The body is longer than 64 KiB", 413));
    }

    APIResponse invalid() {
        return shared.response(
                "Invalid",
                () -> response(
                        "Malformed or invalid: one entry for each failing field", List.of(ErrorSample.invalid())));
    }

    APIResponse unavailable() {
        return shared.response("Unavailable", () -> response(
                        "Too many password hashes wait, or the database cannot be reached",
                        List.of(ErrorSample.of(ErrorCode.SERVICE_UNAVAILABLE)))
                .addHeader("Retry-After", header("Retry-After", "Seconds", true)));
    }

    private APIResponse plain(String description, int status) {
        return response(description, List.of(ErrorSample.of(status)));
    }

    Header header(String name, String description, boolean always) {
        return shared.header(name, () -> OASFactory.createHeader()
                .description(description)
                .required(always)
                .schema(SchemaTypes.of(STRING)));
    }

    APIResponse response(String description, List<ErrorSample> samples) {
        MediaType json = OASFactory.createMediaType().schema(json(samples));
        MediaType problem = OASFactory.createMediaType().schema(problem(samples));
        for (ErrorSample sample : samples) {
            json.addExample(sample.name(), shared.example(sample.name(), sample.json()));
            problem.addExample(sample.name(), shared.example(sample.name() + ".problem", sample.problem()));
        }
        Content content = OASFactory.createContent()
                .addMediaType("application/json", json)
                .addMediaType("application/problem+json", problem);
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private Schema json(List<ErrorSample> samples) {
        List<Object> texts = new ArrayList<>();
        List<Schema> forms = new ArrayList<>();
        for (ErrorSample sample : samples) {
            Object detail = sample.json().get("detail");
            if (detail instanceof String text) {
                texts.add(text);
            } else if (detail instanceof List<?>) {
                forms.add(SchemaTypes.of(ARRAY).items(violation()).minItems(1));
            }
        }
        if (samples.stream().anyMatch(ErrorSample::isForeign)) {
            forms.add(SchemaTypes.of(STRING));
        } else if (!texts.isEmpty()) {
            forms.add(SchemaTypes.of(STRING).enumeration(texts));
        }
        if (samples.stream().anyMatch(sample -> sample.json().get("detail") instanceof Map)) {
            forms.add(withReason(samples));
        }
        Schema detail =
                forms.size() == 1 ? forms.get(0) : OASFactory.createSchema().anyOf(forms);
        return SchemaTypes.of(OBJECT).addProperty("detail", detail).addRequired("detail");
    }

    private static Schema withReason(List<ErrorSample> samples) {
        List<Object> codes = samples.stream().<Object>map(ErrorSample::name).toList();
        return SchemaTypes.of(OBJECT)
                .addProperty("code", SchemaTypes.of(STRING).enumeration(codes))
                .addProperty("reason", SchemaTypes.of(STRING))
                .required(List.of("code", "reason"));
    }

    private Schema violation() {
        return shared.schema("Violation", () -> SchemaTypes.of(OBJECT)
                .addProperty("type", SchemaTypes.of(STRING).description("The kind of failure, such as missing"))
                .addProperty("loc", SchemaTypes.of(ARRAY).items(SchemaTypes.of(STRING)))
                .addProperty("msg", SchemaTypes.of(STRING).description("A sentence for people, without what was sent"))
                .required(List.of("type", "loc", "msg")));
    }

    private Schema problem(List<ErrorSample> samples) {
        Schema problem = SchemaTypes.of(OBJECT);
        List<Object> codes = samples.stream()
                .flatMap(sample -> Stream.ofNullable(sample.problem().get("code")))
                .toList();
        if (codes.size() == samples.size()) {
            problem.addRequired("code");
        }
        if (!codes.isEmpty() && samples.stream().noneMatch(ErrorSample::isForeign)) {
            problem.addProperty("code", SchemaTypes.of(STRING).enumeration(codes));
        }
        List<Object> statuses =
                samples.stream().<Object>map(ErrorSample::status).distinct().toList();
        problem.addProperty("status", SchemaTypes.of(INTEGER).enumeration(statuses));
        return OASFactory.createSchema().allOf(List.of(anyProblem(), problem));
    }

    private Schema anyProblem() {
        Schema errors = SchemaTypes.of(ARRAY).items(violation());
        return shared.schema("Problem", () -> SchemaTypes.of(OBJECT)
                .description("RFC 9457")
                .addProperty("type", SchemaTypes.of(STRING).format("uri-reference"))
                .addProperty("title", SchemaTypes.of(STRING))
                .addProperty("status", SchemaTypes.of(INTEGER))
                .addProperty("detail", SchemaTypes.of(STRING).description("A sentence for people"))
                .addProperty("code", SchemaTypes.of(STRING))
                .addProperty("errors", errors)
                .required(List.of("type", "title", "status")));
    }
}

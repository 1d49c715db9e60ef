package dev.usher.quickstart;

import static dev.usher.quickstart.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /openapi.json}: the document by itself; {@link EveryOperationTest} compares it with the answers. */
@ExtendWith(SharedQuickstart.class)
class OpenApiTest {

    private final Api api;
    private final ApiDocument document;

    OpenApiTest(Portal portal) {
        this.api = portal.api();
        this.document = ApiDocument.of(api);
    }

    @Test
    void validates() {
        ParseOptions strict = new ParseOptions();
        strict.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(document.root().toString(), null, strict);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths())
                .hasSize(document.root().get("paths").size());
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        Answer first = api.get("/openapi.json");
        assertThat(first).hasStatus(200).has("Content-Type", "application/json").has("Cache-Control", "no-cache");
        String tag = first.header("ETag").orElseThrow();
        assertThat(api.get("/openapi.json", "If-None-Match", tag)).isEmpty(304);
    }

    @Test
    void saysHowToSignIn() {
        JsonNode schemes = document.root().at("/components/securitySchemes");
        assertThat(schemes.at("/jwt/type").asText()).isEqualTo("oauth2");
        assertThat(schemes.at("/jwt/flows/password/tokenUrl").asText()).isEqualTo("/auth/jwt/login");
        assertThat(schemes.at("/cookie/in").asText()).isEqualTo("cookie");
        String set =
                api.postForm("/auth/cookie/login", login()).header("Set-Cookie").orElseThrow();
        assertThat(set).startsWith(schemes.at("/cookie/name").asText() + "=");
    }

    private String login() {
        return Api.form("username", api.registered("Gawain").email(), "password", Person.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"MemberCreate", "MemberUpdate", "MemberRead"})
    void knowsTheApplicationsOwnFields(String schema) {
        JsonNode name = document.root().at("/components/schemas/" + schema + "/properties/first_name");
        assertThat(name.get("type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(name.has("maxLength")).isEqualTo(!schema.equals("MemberRead"));
        assertThat(name.path("maxLength").asInt(100)).isEqualTo(100);
    }

    /** As the contract has them, row by row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login | 200 204 400 403 404 413 422 503 | LOGIN_BAD_CREDENTIALS LOGIN_USER_NOT_VERIFIED CSRF_REJECTED",
                "logout | 204 401 403 404 413 503 | Forbidden CSRF_REJECTED",
                "keys | 200 404 | NotFound",
                "logoutAll | 204 401 403 413 503 | Forbidden CSRF_REJECTED",
                "register | 201 400 413 422 503 | REGISTER_INVALID_PASSWORD REGISTER_USER_ALREADY_EXISTS",
                "forgotPassword | 202 413 422 503 | Invalid SERVICE_UNAVAILABLE",
                "resetPassword | 200 400 413 422 503 | RESET_PASSWORD_BAD_TOKEN RESET_PASSWORD_INVALID_PASSWORD",
                "requestVerifyToken | 202 413 422 503 | Invalid SERVICE_UNAVAILABLE",
                "verify | 200 400 413 422 503 | VERIFY_USER_BAD_TOKEN VERIFY_USER_ALREADY_VERIFIED",
                "me | 200 401 403 503 | Unauthorized Forbidden",
                "updateMe | 200 400 401 403 412 413 422 503 | UPDATE_USER_EMAIL_ALREADY_EXISTS"
                        + " UPDATE_USER_INVALID_PASSWORD UPDATE_USER_CONFLICT CSRF_REJECTED",
                "deleteMe | 204 400 401 403 413 422 503 | DELETE_USER_BAD_PASSWORD UPDATE_USER_LAST_SUPERUSER",
                "listUsers | 200 401 403 422 503 | Unauthorized Forbidden",
                "getUser | 200 401 403 404 503 | Unauthorized Forbidden NotFound",
                "updateUser | 200 400 401 403 404 412 413 422 503 | UPDATE_USER_EMAIL_ALREADY_EXISTS"
                        + " UPDATE_USER_INVALID_PASSWORD UPDATE_USER_LAST_SUPERUSER UPDATE_USER_CONFLICT",
                "deleteUser | 204 400 401 403 404 412 413 503 | UPDATE_USER_LAST_SUPERUSER UPDATE_USER_CONFLICT"
                        + " CSRF_REJECTED",
                "authorize | 200 404 422 502 | NotFound Invalid OAUTH_PROVIDER_ERROR",
                "callback | 204 400 404 502 503 | ErrorOfTheProvider ACCESS_TOKEN_DECODE_ERROR"
                        + " ACCESS_TOKEN_ALREADY_EXPIRED OAUTH_INVALID_STATE OAUTH_INVALID_CODE"
                        + " OAUTH_NOT_AVAILABLE_EMAIL OAUTH_USER_ALREADY_EXISTS LOGIN_BAD_CREDENTIALS"
                        + " REGISTER_NOT_ALLOWED OAUTH_PROVIDER_ERROR",
                "callbackForm | 303 404 413 | NotFound",
                "associate | 200 401 403 404 422 502 503 | Unauthorized Forbidden OAUTH_PROVIDER_ERROR",
                "associateCallback | 200 400 401 403 404 502 503 | Unauthorized Forbidden ErrorOfTheProvider"
                        + " ACCESS_TOKEN_DECODE_ERROR ACCESS_TOKEN_ALREADY_EXPIRED OAUTH_INVALID_STATE"
                        + " OAUTH_INVALID_CODE OAUTH_NOT_AVAILABLE_EMAIL OAUTH_USER_ALREADY_EXISTS",
                "associateCallbackForm | 303 404 413 | NotFound",
            })
    void namesTheCodesOfTheContract(String id, String statuses, String codes) {
        List<String> names = new ArrayList<>();
        document.operation(id).responses().fieldNames().forEachRemaining(names::add);
        assertThat(String.join(" ", names)).isEqualTo(statuses);
        for (String code : codes.split(" ", -1)) {
            assertThat(document.answers())
                    .anyMatch(each -> each.startsWith(id + " ") && each.endsWith(" " + code))
                    .anyMatch(each -> each.startsWith(id + " ") && each.endsWith(" " + code + " problem"));
        }
    }

    @Test
    void givesEveryOperationAnIdASummaryAndAGroup() {
        assertThat(document.operations()).hasSize(23);
        document.operations().values().forEach(operation -> {
            assertThat(operation.node().has("operationId")).as(operation.path()).isTrue();
            assertThat(operation.node().has("summary")).as(operation.path()).isTrue();
            assertThat(operation.node().get("tags")).as(operation.path()).hasSize(1);
        });
    }

    @Test
    void saysNothingOfAProviderWhereThereIsNone(Api withoutProvider) {
        assertThat(ApiDocument.of(withoutProvider).operations())
                .hasSize(17)
                .doesNotContainKeys("authorize", "callback", "associate", "associateCallback");
    }

    @Test
    void givesExamplesThatAreOfTheirSchemas() {
        document.root().at("/components/responses").forEach(response -> response.get("content")
                .forEach(type -> {
                    JsonNode schema = type.get("schema");
                    type.get("examples").forEach(example -> assertThat(document.failures(
                                    schema,
                                    document.resolve(example).get("value").toString()))
                            .as(example.toString())
                            .isEmpty());
                }));
    }
}

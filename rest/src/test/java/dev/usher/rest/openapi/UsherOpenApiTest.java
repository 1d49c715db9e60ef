package dev.usher.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.CookieSettings;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.rest.CookieTransport;
import dev.usher.rest.Transport;
import dev.usher.token.OpaqueStrategy;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/** {@link UsherOpenApi} on MicroProfile OpenAPI 3.1, which writes OpenAPI 3.0. */
class UsherOpenApiTest {

    private static final OpaqueStrategy OPAQUE = new OpaqueStrategy(Duration.ofHours(1));
    private static final AuthenticationBackend TOKEN = AuthenticationBackend.of("token", new BearerTransport(), OPAQUE);
    private static final AuthenticationBackend COOKIE =
            AuthenticationBackend.of("cookie", new CookieTransport(CookieSettings.DEFAULTS), OPAQUE);

    private final JsonObject document = document(TOKEN, COOKIE);

    private static JsonObject document(AuthenticationBackend... backends) {
        return document(new Harbour(), backends);
    }

    private static JsonObject document(Harbour harbour, AuthenticationBackend... backends) {
        return document(harbour, new UsherOpenApi(harbour, () -> AuthenticationBackends.of(backends)) {});
    }

    private static JsonObject document(UsherOpenApi filter) {
        return document(new Harbour(), filter);
    }

    private static JsonObject document(Harbour harbour, UsherOpenApi filter) {
        Class<?>[] described = Stream.concat(Stream.of(Harbour.class), harbour.getClasses().stream())
                .flatMap(each -> Stream.<Class<?>>iterate(each, Objects::nonNull, Class::getSuperclass))
                .filter(each -> each.getName().startsWith("dev.usher."))
                .distinct()
                .toArray(Class<?>[]::new);
        try (JsonReader reader = Json.createReader(new StringReader(SmallRyeOpenAPI.builder()
                .withConfig(new SmallRyeConfigBuilder().build())
                .withIndex(Index.of(described))
                .addFilter(filter)
                .build()
                .toJSON()))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String at(String pointer) {
        return at(document, pointer);
    }

    private static String at(JsonObject document, String pointer) {
        return Json.createPointer(pointer).getValue(document).toString();
    }

    private static List<String> keys(JsonObject document, String pointer) {
        return List.copyOf(
                Json.createPointer(pointer).getValue(document).asJsonObject().keySet());
    }

    private static String sent(String field) {
        return "/components/schemas/SailorCreate/properties/" + field;
    }

    private static String seen(String field) {
        return "/components/schemas/SailorRead/properties/" + field;
    }

    @Test
    void saysWhatTheApplicationsOwnFieldsTake() {
        assertThat(at(sent("ship_name"))).isEqualToIgnoringWhitespace("""
                {"maxLength": 30, "minLength": 1, "type": "string"}""");
        assertThat(at(sent("rank"))).isEqualToIgnoringWhitespace("""
                {"enum": ["MATE", "CAPTAIN"], "type": "string"}""");
        assertThat(at(sent("cabin"))).isEqualToIgnoringWhitespace("""
                {"format": "int32", "maximum": 99, "minimum": 1, "type": "integer", "nullable": true}""");
        assertThat(at(sent("languages"))).isEqualToIgnoringWhitespace("""
                {"maxItems": 3, "minItems": 1, "type": "array", "items": {"type": "string"}, "nullable": true}""");
        assertThat(at(sent("homePort"))).isEqualToIgnoringWhitespace("""
                {"pattern": "^(?:[A-Z]{3})$", "type": "string", "nullable": true}""");
        assertThat(at(sent("hired"))).isEqualToIgnoringWhitespace("""
                {"format": "date", "type": "string", "nullable": true}""");
        assertThat(at("/components/schemas/SailorCreate/required"))
                .isEqualTo("[\"email\",\"password\",\"ship_name\",\"rank\"]");
    }

    @Test
    void saysWhatClientsSee() {
        assertThat(at(seen("id"))).isEqualToIgnoringWhitespace("""
                {"format": "int64", "type": "integer"}""");
        assertThat(at(seen("berth"))).isEqualToIgnoringWhitespace("""
                {"type": "object", "properties": {
                    "deck": {"format": "int32", "type": "integer"},
                    "hammock": {"type": "string", "nullable": true},
                    "below": {"type": "object", "nullable": true}}}""");
        assertThat(at(seen("voyages"))).isEqualToIgnoringWhitespace("""
                {"type": "object", "additionalProperties": {"format": "int64", "type": "integer", "nullable": true}}""");
        assertThat(keys(document, "/components/schemas/SailorRead/properties"))
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "is_active",
                        "is_superuser",
                        "is_verified",
                        "berth",
                        "voyages",
                        "rank",
                        "full_name");
    }

    @Test
    void takesTheTypesOfTheResourceThatIsMounted() {
        assertThat(viewOf("/api/users/me")).contains("#/components/schemas/SailorRead");
        assertThat(viewOf("/api/staff/me")).contains("#/components/schemas/UserRead");
        assertThat(at("/paths/~1api~1users~1{id}/get/parameters/0/schema")).contains("int64");
        assertThat(at("/paths/~1api~1users~1{id}/patch/requestBody/content"))
                .contains("#/components/schemas/SailorUpdate", "#/components/schemas/AdminUpdate");
    }

    private String viewOf(String path) {
        return at("/paths/" + path.replace("/", "~1") + "/get/responses/200/content/application~1json/schema");
    }

    @Test
    void givesEveryOperationAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        document.getJsonObject("paths").values().forEach(path -> path.asJsonObject().values().stream()
                .map(operation -> operation.asJsonObject().getString("operationId", ""))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add));
        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains("login", "logout", "register", "me", "me2", "updateUser", "updateUser2", "listUsers");
    }

    @Test
    void documentsTheGuardsOfTheApplicationsOwnResources() {
        String piers = "/paths/~1api~1piers~1{number}";
        assertThat(keys(document, piers + "/get/responses")).containsExactly("200");
        assertThat(keys(document, piers + "/post/responses")).contains("401", "403", "503");
        assertThat(at(piers + "/post/responses/403")).contains("Only the harbour master");
        assertThat(at(piers + "/post/security")).isEqualTo("[{\"token\":[]},{\"cookie\":[]}]");
        assertThat(at(piers + "~1tides/get/security")).isEqualTo("[{\"token\":[]},{\"cookie\":[]},{}]");
        assertThat(keys(document, piers + "~1tides/get/responses")).containsExactly("200");
    }

    @Test
    void saysHowToSignIn() {
        assertThat(at("/components/securitySchemes/token/flows/password/tokenUrl"))
                .isEqualTo("\"/api/auth/token/login\"");
        assertThat(at("/components/securitySchemes/cookie/name")).isEqualTo("\"__Host-usher\"");
        assertThat(at("/paths/~1api~1auth~1{backend}~1login/post/parameters/0/schema/enum"))
                .isEqualTo("[\"token\",\"cookie\"]");
    }

    @Test
    void takesTransportsWhereThereAreNoBackendsYet() {
        Map<String, Transport> transports = Map.of("token", TOKEN.transport(), "cookie", COOKIE.transport());
        assertThat(document(new UsherOpenApi(new Harbour(), transports) {})).isEqualTo(document(COOKIE, TOKEN));
    }

    @Test
    void leadsToTheLoginFormOfADeployedApplication() {
        JsonObject deployed = document(new UsherOpenApi(new Harbour(), () -> AuthenticationBackends.of(TOKEN)) {
            @Override
            protected String contextRoot() {
                return "/port";
            }
        });
        assertThat(at(deployed, "/components/securitySchemes/token/flows/password/tokenUrl"))
                .isEqualTo("\"/port/api/auth/token/login\"");
    }

    @Test
    void speaksOfCookiesOnlyWhereThereAreSome() {
        JsonObject withoutCookies = document(TOKEN);
        String login = "/paths/~1api~1auth~1{backend}~1login/post/responses";
        assertThat(keys(document, login)).contains("200", "204", "403");
        assertThat(keys(withoutCookies, login)).contains("200").doesNotContain("204", "403");
        assertThat(withoutCookies.toString())
                .doesNotContainIgnoringCase("cookie")
                .doesNotContain("CSRF_REJECTED");
        assertThat(keys(document(COOKIE), login)).contains("204").doesNotContain("200");
    }

    @Test
    void saysOfASignInAtAProviderWhatTheBackendThatItNamesAnswers() {
        JsonObject port = document(new Harbour.Port(), TOKEN, COOKIE);
        String callback = "/paths/~1api~1auth~1{provider}~1callback/";
        assertThat(keys(port, callback + "get/responses"))
                .contains("204", "503")
                .doesNotContain("200");
        assertThat(keys(port, callback + "post/responses")).containsExactly("303", "404", "413");
        Json.createPointer(callback + "get/parameters")
                .getValue(port)
                .asJsonArray()
                .forEach(parameter -> assertThat(parameter.asJsonObject()).containsKey("schema"));
    }

    @Test
    void showsEachErrorInBothForms() {
        String refused = "/paths/~1api~1auth~1register/post/responses/400/content";
        for (String form : List.of("application~1json", "application~1problem+json")) {
            assertThat(keys(document, refused + "/" + form + "/examples"))
                    .containsExactly(
                            "REGISTER_INVALID_PASSWORD", "REGISTER_USER_ALREADY_EXISTS", "REGISTER_NOT_ALLOWED");
        }
        assertThat(at("/components/examples/REGISTER_INVALID_PASSWORD/value")).isEqualToIgnoringWhitespace("""
                        {"detail": {"code": "REGISTER_INVALID_PASSWORD",
                            "reason": "It should have at least 8 characters"}}""");
        assertThat(at("/components/examples/UPDATE_USER_CONFLICT.problem/value"))
                .contains("\"type\":\"about:blank\"", "\"status\":412", "\"code\":\"UPDATE_USER_CONFLICT\"");
    }
}

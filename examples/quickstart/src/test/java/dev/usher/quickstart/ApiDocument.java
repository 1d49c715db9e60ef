package dev.usher.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The OpenAPI document that a quickstart serves, as the judge of its answers. */
final class ApiDocument {

    static final String PROBLEM = "application/problem+json";

    /** Stands for what a provider says in its own words, such as {@code access_denied}. */
    private static final String FOREIGN = "ErrorOfTheProvider";

    private static final Pattern ERROR_OF_OAUTH = Pattern.compile("[a-z_]+");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode root;
    private final Map<String, Operation> operations = new TreeMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        root.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> operations.put(
                        verb.getValue().path("operationId").asText(verb.getKey() + " " + path.getKey()),
                        new Operation(path.getKey(), verb.getKey(), verb.getValue()))));
    }

    static ApiDocument of(Api api) {
        Answer answer = api.get("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return new ApiDocument(read(answer.body()));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** By their ids. */
    Map<String, Operation> operations() {
        return operations;
    }

    /** Every answer there is, as {@code id status}, {@code id status code} or {@code id status code problem}. */
    List<String> answers() {
        List<String> answers = new ArrayList<>();
        operations.forEach((id, operation) -> operation.responses().properties().forEach(each -> {
            JsonNode content = resolve(each.getValue()).path("content");
            if (content.isEmpty()) {
                answers.add(id + " " + each.getKey());
            }
            content.properties().forEach(type -> {
                JsonNode examples = type.getValue().path("examples");
                if (examples.isEmpty()) {
                    answers.add(id + " " + each.getKey());
                }
                examples.fieldNames()
                        .forEachRemaining(
                                code -> answers.add(id + " " + each.getKey() + " " + code + problem(type.getKey())));
            });
        }));
        return answers;
    }

    private static String problem(String type) {
        return type.equals(PROBLEM) ? " problem" : "";
    }

    /** Which of the documented answers this one is; none at all is a failure. */
    String judge(String id, Answer answer) {
        String what = id + " answered " + answer.status() + " " + answer.body();
        JsonNode documented = operation(id).responses().get(String.valueOf(answer.status()));
        assertThat(documented).as("documented status: %s", what).isNotNull();
        JsonNode response = resolve(documented);
        response.path("headers").properties().forEach(header -> {
            boolean required = resolve(header.getValue()).path("required").asBoolean();
            assertThat(required && answer.header(header.getKey()).isEmpty())
                    .as("%s without %s", what, header.getKey())
                    .isFalse();
        });
        if (!response.has("content")) {
            assertThat(answer.body()).as(what).isEmpty();
            return id + " " + answer.status();
        }
        String type = answer.header("Content-Type").orElse("none").replaceFirst(";.*", "");
        JsonNode content = response.get("content").get(type);
        assertThat(content).as("documented type %s: %s", type, what).isNotNull();
        assertThat(failures(content.get("schema"), answer.body())).as(what).isEmpty();
        return id + " " + answer.status() + code(content.path("examples"), answer) + problem(type);
    }

    Operation operation(String id) {
        return Optional.ofNullable(operations.get(id)).orElseThrow(() -> new AssertionError("no operation " + id));
    }

    private static String code(JsonNode examples, Answer answer) {
        if (examples.isEmpty()) {
            return "";
        }
        JsonNode body = read(answer.body());
        JsonNode detail = body.path("detail");
        String said = body.has("status")
                ? body.path("code").asText(body.path("title").asText())
                : detail.path("code").asText(detail.asText());
        String code = answer.status() == 422 ? "Invalid" : said.replace(" ", "");
        if (examples.has(FOREIGN) && ERROR_OF_OAUTH.matcher(code).matches()) {
            return " " + FOREIGN;
        }
        assertThat(examples.has(code)).as("example of %s", code).isTrue();
        return " " + code;
    }

    /** What a schema of this document finds wrong with a value. */
    List<String> failures(JsonNode schema, String value) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("components", root.get("components"));
        all.putArray("allOf").add(schema);
        return SCHEMAS.getSchema(all).validate(read(value)).stream()
                .map(Object::toString)
                .toList();
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** One operation: where it is, and what the document says of it. */
    record Operation(String path, String verb, JsonNode node) {

        JsonNode responses() {
            return node.get("responses");
        }

        boolean isGuarded() {
            return node.has("security");
        }
    }
}

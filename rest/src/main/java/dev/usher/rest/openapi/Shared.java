package dev.usher.rest.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The parts of a document that operations share: each is written once, at its first use, and referred to. */
final class Shared {

    private final Components components;
    private final Map<String, String> written = new HashMap<>();

    Shared(Components components) {
        this.components = components;
    }

    Schema schema(String name, Supplier<Schema> schema) {
        return OASFactory.createSchema()
                .ref(place("schemas", name, components.getSchemas(), free -> components.addSchema(free, schema.get())));
    }

    APIResponse response(String name, Supplier<APIResponse> response) {
        return OASFactory.createAPIResponse()
                .ref(place(
                        "responses",
                        name,
                        components.getResponses(),
                        free -> components.addResponse(free, response.get())));
    }

    Example example(String name, Object value) {
        return OASFactory.createExample()
                .ref(place(
                        "examples",
                        name,
                        components.getExamples(),
                        free -> components.addExample(
                                free, OASFactory.createExample().value(value))));
    }

    Parameter parameter(String name, Supplier<Parameter> parameter) {
        return OASFactory.createParameter()
                .ref(place(
                        "parameters",
                        name,
                        components.getParameters(),
                        free -> components.addParameter(free, parameter.get())));
    }

    Header header(String name, Supplier<Header> header) {
        return OASFactory.createHeader()
                .ref(place("headers", name, components.getHeaders(), free -> components.addHeader(free, header.get())));
    }

    /** Where the application has something of that name already, Usher's own has a longer one. */
    private String place(String kind, String name, @Nullable Map<String, ?> taken, Write write) {
        String wish = kind + "/" + name;
        String free = written.get(wish);
        if (free == null) {
            free = taken != null && taken.containsKey(name) ? "Usher" + name : name;
            written.put(wish, free);
            write.under(free);
        }
        return "#/components/" + kind + "/" + free;
    }

    private interface Write {
        void under(String name);
    }
}

package dev.usher.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import dev.usher.spi.UserPage;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What a list of users is asked for with, as {@code UserListQuery} reads it. */
final class ListParameters {

    private static final int USUAL_LIMIT = 50;

    private ListParameters() {}

    static void addTo(Operation operation) {
        operation
                .addParameter(query("order", "By what the users are sorted", order()))
                .addParameter(query("limit", "How many at most", limit()))
                .addParameter(query("after", "What the page before gave as next", SchemaTypes.of(STRING)))
                .addParameter(query("is_active", "Only such", SchemaTypes.of(BOOLEAN)))
                .addParameter(query("is_superuser", "Only such", SchemaTypes.of(BOOLEAN)))
                .addParameter(query("is_verified", "Only such", SchemaTypes.of(BOOLEAN)))
                .addParameter(query("email_prefix", "Only whose address begins so", SchemaTypes.of(STRING)))
                .addParameter(query(
                        "total",
                        "Whether to count all who pass",
                        SchemaTypes.of(BOOLEAN).defaultValue(false)));
    }

    private static Schema order() {
        return SchemaTypes.of(STRING).enumeration(List.of("id", "email")).defaultValue("id");
    }

    private static Schema limit() {
        return SchemaTypes.of(INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(UserPage.Request.MAX_LIMIT))
                .defaultValue(USUAL_LIMIT);
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .required(false)
                .description(description)
                .schema(schema);
    }
}

package dev.usher.quickstart;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * Somebody's account at a provider.
 *
 * @param id what the provider calls it; nobody else has it
 * @param claims what the provider says of it, as JSON, beside and instead of what it says of everybody
 */
record Account(String id, String claims) {

    /** With an address that the provider has verified, or has not. */
    static Account of(Person person, boolean verified) {
        return withoutAddress(person)
                .with("email", "\"" + person.email() + "\"")
                .with("email_verified", String.valueOf(verified));
    }

    static Account withoutAddress(Person person) {
        return new Account("avalon|" + person.email().replaceFirst("@.*", ""), "{}");
    }

    /** The same where the provider says something else, too. */
    Account with(String claim, String json) {
        JsonObjectBuilder more = Json.createObjectBuilder(read(claims).asJsonObject());
        return new Account(id, more.add(claim, read(json)).build().toString());
    }

    private static JsonValue read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}

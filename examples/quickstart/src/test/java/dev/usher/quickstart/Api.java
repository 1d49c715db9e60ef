package dev.usher.quickstart;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speaks to one running quickstart as any client would: over HTTP, and nothing else. */
record Api(String url) {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    Answer register(String email, String password) {
        return postJson("/auth/register", body("email", email, "password", password));
    }

    /** Registers somebody new with the password {@link Person#PASSWORD}. */
    Person registered(String name) {
        Person person = Person.named(name);
        Answer answer = register(person.email(), Person.PASSWORD);
        AnswerAssert.assertThat(answer).hasStatus(201);
        return person.withId(answer.text("id"));
    }

    Answer login(String email, String password) {
        return postForm("/auth/jwt/login", form("username", email, "password", password));
    }

    Answer login(Person person) {
        return login(person.email(), Person.PASSWORD);
    }

    /** A fresh access token. */
    String token(String email, String password) {
        Answer answer = login(email, password);
        AnswerAssert.assertThat(answer).hasStatus(200);
        return answer.text("access_token");
    }

    String token(Person person) {
        return token(person.email(), Person.PASSWORD);
    }

    Answer logout(String token) {
        return send(request("/auth/jwt/logout").header("Authorization", "Bearer " + token), BodyPublishers.noBody());
    }

    Answer me(String token) {
        return get("/users/me", "Authorization", "Bearer " + token);
    }

    Answer forgotPassword(String email) {
        return postJson("/auth/forgot-password", body("email", email));
    }

    Answer resetPassword(String token, String password) {
        return postJson("/auth/reset-password", body("token", token, "password", password));
    }

    Answer requestVerify(String email) {
        return postJson("/auth/request-verify-token", body("email", email));
    }

    Answer verify(String token) {
        return postJson("/auth/verify", body("token", token));
    }

    /** Asks for a reset token and reads it in the mailbox. */
    String resetToken(Person person) {
        return askedFor("reset", person.email(), forgotPassword(person.email()));
    }

    /** Asks for a verify token and reads it in the mailbox. */
    String verifyToken(Person person) {
        return askedFor("verify", person.email(), requestVerify(person.email()));
    }

    private String askedFor(String kind, String email, Answer answer) {
        AnswerAssert.assertThat(answer).is(202, "null");
        return mailed(kind, email);
    }

    /** The token of the newest such mail, which may be on its way still. */
    String mailed(String kind, String email) {
        return Eventually.get("a mail to " + email + " (" + kind + ")", () -> mails(email).stream()
                .filter(mail -> mail.getString("kind").equals(kind))
                .map(mail -> mail.getString("token"))
                .findFirst());
    }

    /** What was mailed to an address, newest first. */
    List<JsonObject> mails(String email) {
        return get("/dev/mailbox").json().asJsonArray().getValuesAs(JsonObject.class).stream()
                .filter(mail -> mail.getString("to").equals(email))
                .toList();
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send((headers.length == 0 ? request : request.headers(headers)).GET());
    }

    Answer postJson(String path, String json) {
        return post(path, JSON, json);
    }

    Answer postForm(String path, String form) {
        return post(path, FORM, form);
    }

    Answer post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType), BodyPublishers.ofString(body));
    }

    Answer send(HttpRequest.Builder request, BodyPublisher body) {
        return send(request.POST(body));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.timeout(Eventually.PATIENCE).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** A JSON object of text members. */
    static String body(String... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build().toString();
    }

    /** A urlencoded form. */
    static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}

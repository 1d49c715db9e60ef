package dev.usher.quickstart;

import java.net.http.HttpRequest.BodyPublishers;

/** A browser's cookie, as far as the server can tell. */
record Cookies(Api api) {

    /** Signs in by cookie; gives what the browser sends back from then on. */
    String login(Person person) {
        Answer answer = tryLogin(person);
        AnswerAssert.assertThat(answer).isEmpty(204);
        return cookieOf(answer);
    }

    Answer tryLogin(Person person) {
        return api.postForm("/auth/cookie/login", Api.form("username", person.email(), "password", Person.PASSWORD));
    }

    Answer me(String cookie) {
        return api.get("/users/me", "Cookie", cookie);
    }

    Answer logout(String cookie) {
        return api.send(api.request("/auth/cookie/logout").header("Cookie", cookie), BodyPublishers.noBody());
    }

    static String cookieOf(Answer answer) {
        return answer.header("Set-Cookie").orElseThrow().split(";")[0];
    }
}

package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Email;
import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.roundtable.Caller;
import dev.usher.roundtable.Knights;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passwords and tokens stand in no line of the log and in no answer to anybody else, however things go. */
class SilenceTest {

    private static final String MARKER = "gramercy-8f3a";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)|[\\w-]+=([\\w.-]{40,});");

    private final Recorder log = new Recorder();
    private final Logger root = Logger.getLogger("");
    private final Logger usher = Logger.getLogger("dev.usher");
    private final Logger jersey = Logger.getLogger("org.glassfish.jersey");
    private final List<String> tokens = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    SilenceTest() {
        root.addHandler(log);
        usher.setLevel(Level.ALL);
        jersey.setLevel(Level.FINE);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(log);
        usher.setLevel(null);
        jersey.setLevel(null);
    }

    private HttpResponse<String> heard(HttpResponse<String> answer) {
        Matcher found = TOKEN.matcher(answer.body() + answer.headers().allValues("Set-Cookie"));
        if (found.find()) {
            tokens.add(found.group(1) == null ? found.group(2) : found.group(1));
        } else {
            answers.add(answer.body() + answer.headers().map());
        }
        return answer;
    }

    private String last() {
        return tokens.get(tokens.size() - 1);
    }

    @Test
    void holdsWhetherThingsGoWellOrBadly() throws Exception {
        try (RoundTableServer server = new RoundTableServer()) {
            liveThroughEverything(server);
        }
        assertThat(tokens).hasSize(6).doesNotHaveDuplicates();
        assertThat(log.lines).anyMatch(line -> line.contains("causeway")).anyMatch(line -> line.contains("herald"));
        assertThat(log.lines).noneMatch(line -> line.contains(MARKER));
        assertThat(log.lines).noneMatch(line -> tokens.stream().anyMatch(line::contains));
        assertThat(answers).hasSizeGreaterThan(10).noneMatch(answer -> answer.contains(MARKER));
    }

    private void liveThroughEverything(RoundTableServer server) throws InterruptedException {
        Caller nobody = server.nobody();
        String galahad = "galahad@camelot.bt";
        String account = "{\"email\":\"" + galahad + "\",\"password\":\"" + MARKER + "\"}";
        heard(nobody.post("/auth/register", account));
        heard(nobody.post("/auth/register", account));
        heard(nobody.post("/auth/register", account.replace(galahad, "none")));
        heard(nobody.post("/auth/register", account.replace("}", "")));
        heard(nobody.login("jwt", galahad, MARKER + "?"));
        heard(nobody.login("jwt", galahad, MARKER.repeat(100)));
        heard(nobody.login("jwt", Knights.NAME_OF_AN_OUTAGE, MARKER));
        heard(nobody.with("Origin", "https://avalon.bt").login("cookie", galahad, MARKER));
        heard(nobody.login("jwt", galahad, MARKER));
        Caller bearer = nobody.bearing(last());
        heard(bearer.get("/users/me"));
        heard(bearer.patch("/users/me", "{\"password\":\"" + MARKER.substring(0, 7) + "\"}"));
        heard(bearer.patch("/users/me", "{\"password\":\"" + MARKER + "-2\",\"shield\":true}"));
        heard(bearer.patch("/users/me", "{\"password\":\"" + MARKER + "-2\",\"email\":\"merlin@camelot.bt\"}"));
        heard(bearer.patch("/users/me", "{\"password\":\"" + MARKER + "-2\"}"));
        heard(bearer.get("/users/me"));
        heard(nobody.login("opaque", galahad, MARKER + "-2"));
        heard(nobody.bearing(last()).post("/auth/opaque/logout", ""));
        heard(nobody.login("cookie", galahad, MARKER + "-2"));
        Caller cookie = nobody.withCookie("__Host-usher", last());
        heard(cookie.patch("/users/me", "{\"password\":\"" + MARKER + "-3\"}"));
        cookie = nobody.withCookie("__Host-usher", last());
        heard(cookie.send("DELETE", "/users/me", "{\"password\":\"" + MARKER + "\"}"));
        heard(server.bearer(Camelot.MERLIN).get("/users?after=" + MARKER));
        heard(nobody.login("signed-cookie", galahad, MARKER + "-3"));
        server.manager().forgotPassword(Email.of(galahad));
        tokens.add(forgotten(server).token());
        heard(cookie.send("DELETE", "/users/me", "{\"password\":\"" + MARKER + "-3\"}"));
    }

    private static PasswordForgotten forgotten(RoundTableServer server) throws InterruptedException {
        Object event = server.herald().heard().poll(5, TimeUnit.SECONDS);
        while (event != null && !(event instanceof PasswordForgotten)) {
            event = server.herald().heard().poll(5, TimeUnit.SECONDS);
        }
        assertThat(event).isNotNull();
        return (PasswordForgotten) event;
    }

    /** Every record as a line, with its parameters and its stack trace. */
    private static final class Recorder extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        Recorder() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            StringWriter trace = new StringWriter();
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(trace));
            }
            lines.add(new SimpleFormatter().formatMessage(record) + Arrays.toString(record.getParameters()) + trace);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

package dev.usher.quickstart;

import static dev.usher.quickstart.Api.body;
import static dev.usher.quickstart.Drive.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drives every operation of the OpenAPI document to every answer that is documented. An answer whose status, headers,
 * type or body is not documented fails, and so does a documented one that never came.
 */
class EveryOperationTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final Set<String> seen = new ConcurrentSkipListSet<>();

    @Test
    void isAnsweredAsDocumented(@TempDir Path folder, @TempDir Path verifying, @TempDir Path closed)
            throws IOException {
        List<String> documented;
        try (Avalon avalon = new Avalon()) {
            try (QuickstartProcess process = avalon.knownTo(Launch.in(folder)).start()) {
                Drive drive = drive(process);
                documented = drive.document().answers();
                new Court(drive, MemberTable.in(folder)).meet();
                new Pilgrims(drive, MemberTable.in(folder), avalon).go();
            }
            driveUnverified(verifying);
            driveClosed(avalon.knownTo(Launch.in(closed)));
            driveHasty(avalon.knownTo(Launch.in(closed)));
            driveWithoutDatabase(avalon.knownTo(Launch.in(folder)));
        }
        Set<String> missing = new TreeSet<>(documented);
        missing.removeAll(seen);
        assertThat(missing).as("documented answers that never came").isEmpty();
    }

    private Drive drive(QuickstartProcess process) {
        return new Drive(process.api(), ApiDocument.of(process.api()), seen);
    }

    /** Where a verified address is required, and hers no longer is; and where the provider is not there. */
    private void driveUnverified(Path folder) {
        Launch launch = Avalon.lost(Launch.in(folder)).env("USHER_REQUIRE_VERIFICATION", "true");
        try (QuickstartProcess process = launch.start()) {
            Drive drive = drive(process);
            Api api = drive.api();
            Person elaine = api.registered("Elaine");
            assertThat(api.verify(api.verifyToken(elaine)).status()).isEqualTo(200);
            String token = api.token(elaine);
            drive.refused("502 OAUTH_PROVIDER_ERROR", "authorize", drive.request("authorize", "", "openid"));
            drive.refused("502 OAUTH_PROVIDER_ERROR", "associate", as(token, drive.request("associate", "", "openid")));
            MemberTable.in(folder).setVerified(elaine, false);
            drive.document().operations().forEach((id, operation) -> {
                if (operation.isGuarded()) {
                    drive.refused("403 Forbidden", id, as(token, drive.request(id, "", "jwt")));
                }
            });
            drive.refused("400 LOGIN_USER_NOT_VERIFIED", "login", Court.login(drive, "jwt", elaine, Person.PASSWORD));
        }
    }

    /** Where nobody may register. */
    private void driveClosed(Launch launch) {
        try (QuickstartProcess process =
                launch.env("USHER_REGISTRATION_MODE", "closed").start()) {
            Drive drive = drive(process);
            String json = body("email", Person.named("Mordred").email(), "password", Person.PASSWORD);
            drive.refused("400 REGISTER_NOT_ALLOWED", "register", drive.request("register", json));
            Account mordred = Account.of(Person.named("Mordred"), true);
            drive.refused(
                    "400 REGISTER_NOT_ALLOWED", "callback", () -> Pilgrims.back(Visit.begin(drive.api()), mordred));
        }
    }

    /** Where a browser has to be back within a second. */
    private void driveHasty(Launch launch) {
        try (QuickstartProcess process =
                launch.env("USHER_OAUTH_LIFETIME", "PT1S").start()) {
            Drive drive = drive(process);
            Caller lucan = Caller.of(drive.api(), drive.api().registered("Lucan"));
            Visit signIn = Visit.begin(drive.api());
            Visit linking = Visit.begin(lucan, Avalon.ASSOCIATE);
            Eventually.get("the last state to expire", () -> {
                Answer other = linking.comeBackBy(lucan, "c", linking.sent("state"));
                return other.body().contains("OAUTH_INVALID_STATE") ? Optional.empty() : Optional.of(other);
            });
            drive.refused("400 ACCESS_TOKEN_ALREADY_EXPIRED", "callback", signIn.back("c"));
            drive.refused("400 ACCESS_TOKEN_ALREADY_EXPIRED", "associateCallback", linking.back("c"));
        }
    }

    private void driveWithoutDatabase(Launch launch) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
        try (QuickstartProcess process = launch.env("USHER_DATASOURCE_URL", url).start()) {
            Drive drive = drive(process);
            Visit visit = Visit.begin(drive.api());
            Person arthur = drive.api().registered("Arthur");
            String token = drive.api().token(arthur);
            String reset = drive.api().resetToken(arthur);
            String verify = drive.api().verifyToken(arthur);
            postgres.close();
            List<String> ids = drive.document().operations().keySet().stream()
                    .filter(id -> drive.document().operation(id).responses().has("503"))
                    .toList();
            List<String> answered = Storm.of(ids.size(), client -> {
                String id = ids.get(client);
                String json = body(
                        "email",
                        arthur.email(),
                        "password",
                        "caliburnus",
                        "token",
                        id.equals("verify") ? verify : reset);
                boolean form = id.equals("login");
                boolean empty = id.startsWith("logout")
                        || id.startsWith("get")
                        || id.startsWith("associate")
                        || id.equals("me");
                HttpRequest.Builder request = form
                        ? Court.login(drive, "jwt", arthur, Person.PASSWORD)
                        : drive.request(id, empty ? "" : json, id.equals("logout") ? "jwt" : NOBODY);
                request = id.equals("callback") ? visit.back("c") : form ? request : as(token, request);
                drive.refused("503 SERVICE_UNAVAILABLE", id, request);
                return id;
            });
            assertThat(answered).hasSize(ids.size());
        }
    }

    @Test
    void judgesByTheDocument(@TempDir Path folder) {
        try (QuickstartProcess process = Launch.in(folder).start()) {
            ApiDocument document = ApiDocument.of(process.api());
            Answer me = process.api().me("none");
            assertThat(document.judge("me", me)).isEqualTo("me 401 Unauthorized");
            for (Answer planted : List.of(
                    new Answer(402, me.headers(), me.body()),
                    new Answer(404, me.headers(), me.body()),
                    new Answer(401, me.headers(), "{\"detail\":\"Go away\"}"),
                    new Answer(401, me.headers(), "{}"))) {
                assertThat(isRefused(document, planted)).as(planted.toString()).isTrue();
            }
            Answer withoutChallenge = process.api().get("/dev/mailbox");
            assertThat(isRefused(document, new Answer(401, withoutChallenge.headers(), me.body())))
                    .isTrue();
        }
    }

    private static boolean isRefused(ApiDocument document, Answer answer) {
        try {
            document.judge("me", answer);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}

package dev.usher.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.rest.wiring.UsherFeature;
import dev.usher.roundtable.RoundTableServer;
import dev.usher.testkit.Camelot;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.http.HttpResponse;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sub-resource locators: a guard on one would hold nobody back, so there must be none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocatorTest {

    private final RoundTableServer server = new RoundTableServer();

    @AfterAll
    void stop() {
        server.close();
    }

    public static class Items {
        @GET
        public String items() {
            return "secret items";
        }
    }

    @Path("parent")
    @Authenticated(superuser = true)
    public static class OnItsClass {
        @GET
        public String parent() {
            return "parent";
        }

        @Path("items")
        public Items items() {
            return new Items();
        }
    }

    @Path("parent")
    public static class OnItself {
        @Path("items")
        @Authenticated
        public Class<Items> items() {
            return Items.class;
        }
    }

    public interface Leading {
        @Path("items")
        Object items();
    }

    @Authenticated
    public static class Base {}

    @Path("parent")
    public static class Inherited extends Base implements Leading {
        @Override
        public Items items() {
            return new Items();
        }
    }

    public static class Answering {
        @GET
        @Path("items")
        public Object items() {
            return new Items();
        }
    }

    @Path("parent")
    @Authenticated
    public static class NoAnswerAnyMore extends Answering {
        @Override
        @Path("items")
        public Object items() {
            return new Items();
        }
    }

    private static ApplicationHandler start(ResourceConfig application) {
        return new ApplicationHandler(application.register(UsherFeature.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {OnItsClass.class, OnItself.class, Inherited.class, NoAnswerAnyMore.class})
    void withAGuardStopsTheApplicationWhenItStarts(Class<?> type) {
        assertThatThrownBy(() -> start(new ResourceConfig(type)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("@Authenticated", type.getName() + ".items", "sub-resource");
    }

    @Test
    void isRefusedInAnInstanceToo() {
        assertThatThrownBy(() -> start(new ResourceConfig().register(new OnItsClass())))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tomb,        401, 403, 200",
        "niche/relic, 401, 403, 200",
        "niche/candle, 200, 200, 200",
    })
    void leadsToASubResourceThatIsGuardedByItself(String path, int nobody, int arthur, int merlin) {
        assertThat(server.get("/crypts/" + path).statusCode()).isEqualTo(nobody);
        assertThat(server.bearer(Camelot.ARTHUR).get("/crypts/" + path).statusCode())
                .isEqualTo(arthur);
        assertThat(server.bearer(Camelot.MERLIN).get("/crypts/" + path).statusCode())
                .isEqualTo(merlin);
    }

    @Test
    void withAGuardLetsNobodyPassWhereItIsFoundLater() {
        HttpResponse<String> answer = server.get("/crypts/abyss/bottom");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("dragon");
    }
}

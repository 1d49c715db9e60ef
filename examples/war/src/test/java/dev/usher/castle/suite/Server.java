package dev.usher.castle.suite;

import dev.usher.castle.Castle;
import dev.usher.castle.ServerStorage;
import dev.usher.castle.local.LocalHttp;
import dev.usher.castle.local.LocalOpenApi;
import dev.usher.castle.local.LocalStorage;
import dev.usher.castle.proof.Proof;
import dev.usher.rest.wiring.UsherFeature;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the suite runs on: chosen by the build's profile. */
enum Server {
    WELD {
        @Override
        WebArchive war() {
            System.setProperty(LocalStorage.URL, Postgres.url());
            return ShrinkWrap.create(WebArchive.class, "castle.war")
                    .addPackages(false, Filters.exclude(ServerStorage.class), Castle.class.getPackage())
                    .addPackages(false, LocalStorage.class.getPackage(), UsherFeature.class.getPackage())
                    .addAsWebInfResource(new FileAsset(new File("src/main/webapp/WEB-INF/beans.xml")), "beans.xml");
        }

        @Override
        @SuppressWarnings("MustBeClosedChecker") // the suite closes it
        Running start() throws IOException {
            LocalHttp http = new LocalHttp(
                    Map.of("/castle/api", new Castle(), "/castle/proof", new Proof(), "/openapi", new LocalOpenApi()));
            return new Running(URI.create("http://localhost:" + http.port() + "/castle/"), http::close);
        }
    },
    WILDFLY,
    OPENLIBERTY;

    /** Where the application is, and how to end what the suite has started itself. */
    record Running(URI url, Runnable end) {}

    static Server current() {
        return valueOf(System.getProperty("castle.server").toUpperCase(Locale.ROOT));
    }

    /** What is deployed: on a server the WAR as it was built, with the suite's database and what the suite needs. */
    WebArchive war() {
        WebArchive built = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("castle.war")));
        String webXml = Postgres.in(text(built.delete("/WEB-INF/web.xml")));
        return built.addAsWebInfResource(new StringAsset(webXml), "web.xml").addAsLibraries(Libraries.ofTheContract());
    }

    private static String text(Node file) {
        try (InputStream content = file.getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The WAR with what the suite adds. */
    WebArchive archive() {
        return war().addPackages(false, Proof.class.getPackage());
    }

    /** Called when the WAR is deployed. */
    Running start() throws IOException {
        return new Running(URI.create("http://localhost:" + System.getProperty("castle.port") + "/castle/"), () -> {});
    }
}

package dev.usher.castle.suite;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;

/** One PostgreSQL for the suite, which ends with it. */
final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, with the user who may everything, and no password. */
    static String url() {
        return SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** A deployment descriptor whose data source is this one. */
    static String in(String webXml) {
        return webXml.replaceFirst("<url>[^<]*</url>", Matcher.quoteReplacement("<url>" + url() + "</url>"))
                .replaceFirst("<user>[^<]*</user>", "<user>postgres</user>")
                .replaceFirst("<password>[^<]*</password>", "<password>postgres</password>");
    }
}

package dev.usher.castle.suite;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    /** Makes these users the only superusers, whom no endpoint could make. */
    static void crown(String... addresses) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE users SET is_superuser = (email = ANY (?))")) {
            update.setArray(1, connection.createArrayOf("text", addresses));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A deployment descriptor whose data source is this one. */
    static String in(String webXml) {
        return webXml.replaceFirst("<url>[^<]*</url>", Matcher.quoteReplacement("<url>" + url() + "</url>"))
                .replaceFirst("<user>[^<]*</user>", "<user>postgres</user>")
                .replaceFirst("<password>[^<]*</password>", "<password>postgres</password>");
    }
}

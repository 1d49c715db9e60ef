package dev.usher.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The tables of {@link SqlSubject} in a new file of SQLite. */
final class ToyTables {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE users (id text PRIMARY KEY, email text NOT NULL UNIQUE, hashed_password text,"
                    + " is_active boolean, is_superuser boolean, is_verified boolean, token_version integer,"
                    + " row_version integer, created_at timestamp, updated_at timestamp, shield text NOT NULL)",
            "CREATE TABLE oauth_account (id text PRIMARY KEY, user_id text, oauth_name text, account_id text,"
                    + " account_email text, access_token text, UNIQUE (oauth_name, account_id))",
            "CREATE INDEX accounts_of_user ON oauth_account (user_id)",
            "CREATE TABLE access_token (digest text PRIMARY KEY, user_id text, token_version integer,"
                    + " created_at timestamp, expires_at timestamp)",
            "CREATE INDEX tokens_of_user ON access_token (user_id)",
            "CREATE INDEX expired_tokens ON access_token (expires_at)",
            "CREATE TABLE revoked_token (token_id text PRIMARY KEY, expires_at timestamp)",
            "CREATE INDEX expired_revoked_tokens ON revoked_token (expires_at)");

    private ToyTables() {}

    static DataSource create() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.OFF);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + newFile());
        TABLES.forEach(new Sql(dataSource)::execute);
        return dataSource;
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("usher-toy", ".db");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

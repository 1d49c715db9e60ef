package dev.usher.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.UserDatabase;
import dev.usher.UsherConfig;
import dev.usher.jdbc.JdbcRevokedTokenDatabase;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.UserTable;
import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.BearerTransport;
import dev.usher.schema.ColumnType;
import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.IdType;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.token.JwtStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What this application gives to Usher: a database, where users lie in it, and how to sign in. */
@ApplicationScoped
public class Wiring {

    /** How members lie in their table; the application's own columns are added here. */
    static final UserTable<Member, UUID> MEMBERS = UserTable.of("users", IdType.UUID, Member::new)
            .column("first_name", ColumnType.text(100).nullable(), Member::firstName, Member::firstName);

    @Produces
    @Singleton
    HikariDataSource dataSource() {
        Config config = ConfigProvider.getConfig();
        DatabaseUrl url = DatabaseUrl.parse(config.getOptionalValue("usher.datasource.url", String.class)
                .or(() -> config.getOptionalValue("DATABASE_URL", String.class))
                .orElse("jdbc:sqlite:usher.db"));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url.jdbcUrl());
        url.user().ifPresent(pool::setUsername);
        url.password().ifPresent(pool::setPassword);
        url.properties().forEach(pool::addDataSourceProperty);
        return new HikariDataSource(pool);
    }

    void close(@Disposes HikariDataSource dataSource) {
        dataSource.close();
    }

    @Produces
    @Singleton
    JdbcTransactions transactions(HikariDataSource dataSource) {
        return new JdbcTransactions(dataSource);
    }

    @Produces
    @ApplicationScoped
    UserDatabase<Member, UUID> users(JdbcTransactions transactions) {
        return new JdbcUserDatabase<>(transactions, MEMBERS);
    }

    @Produces
    @ApplicationScoped
    RevokedTokenDatabase<Member, UUID> revokedTokens(JdbcTransactions transactions) {
        return new JdbcRevokedTokenDatabase<>(transactions, MEMBERS);
    }

    @Produces
    @ApplicationScoped
    AuthenticationBackends backends(UsherConfig config) {
        return AuthenticationBackends.of(
                AuthenticationBackend.of("jwt", new BearerTransport(), new JwtStrategy(config.jwt())));
    }
}

package dev.usher.quickstart;

import dev.usher.UserDatabase;
import dev.usher.jpa.HibernateSettings;
import dev.usher.jpa.JpaAccessTokenDatabase;
import dev.usher.jpa.JpaOAuthAccountDatabase;
import dev.usher.jpa.JpaRevokedTokenDatabase;
import dev.usher.jpa.JpaTransactions;
import dev.usher.jpa.JpaUserDatabase;
import dev.usher.jpa.JpaUserListing;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.UUID;
import javax.sql.DataSource;

/** Over JPA: rows are mapped by the annotations of {@link Member}, in the unit of {@code META-INF/persistence.xml}. */
final class JpaStorage implements Storage {

    private final EntityManagerFactory factory;
    private final JpaTransactions transactions;

    JpaStorage(DataSource dataSource) {
        this.factory = Persistence.createEntityManagerFactory("quickstart", HibernateSettings.on(dataSource));
        this.transactions = new JpaTransactions(factory);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public UserDatabase<Member, UUID> users() {
        return new JpaUserDatabase<>(transactions, Member.class);
    }

    @Override
    public RevokedTokenDatabase<Member, UUID> revokedTokens() {
        return new JpaRevokedTokenDatabase<>(transactions, Member.class, RevokedToken.class);
    }

    @Override
    public AccessTokenDatabase<Member, UUID> accessTokens() {
        return new JpaAccessTokenDatabase<>(transactions, Member.class, AccessToken.class);
    }

    @Override
    public OAuthAccountDatabase<Member, UUID> accounts() {
        return new JpaOAuthAccountDatabase<>(transactions, Member.class, OAuthAccount.class);
    }

    @Override
    public UserListing<Member> listing() {
        return new JpaUserListing<>(transactions, Member.class);
    }

    @Override
    public void close() {
        factory.close();
    }
}

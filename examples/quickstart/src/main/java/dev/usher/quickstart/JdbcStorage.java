package dev.usher.quickstart;

import dev.usher.UserDatabase;
import dev.usher.jdbc.JdbcAccessTokenDatabase;
import dev.usher.jdbc.JdbcOAuthAccountDatabase;
import dev.usher.jdbc.JdbcRevokedTokenDatabase;
import dev.usher.jdbc.JdbcTransactions;
import dev.usher.jdbc.JdbcUserDatabase;
import dev.usher.jdbc.JdbcUserListing;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import java.util.UUID;
import javax.sql.DataSource;

/** Over JDBC: rows are mapped by {@link Storage#MEMBERS}. */
final class JdbcStorage implements Storage {

    private final JdbcTransactions transactions;

    JdbcStorage(DataSource dataSource) {
        this.transactions = new JdbcTransactions(dataSource);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public UserDatabase<Member, UUID> users() {
        return new JdbcUserDatabase<>(transactions, MEMBERS);
    }

    @Override
    public RevokedTokenDatabase<Member, UUID> revokedTokens() {
        return new JdbcRevokedTokenDatabase<>(transactions, MEMBERS);
    }

    @Override
    public AccessTokenDatabase<Member, UUID> accessTokens() {
        return new JdbcAccessTokenDatabase<>(transactions, MEMBERS);
    }

    @Override
    public OAuthAccountDatabase<Member, UUID> accounts() {
        return new JdbcOAuthAccountDatabase<>(transactions, MEMBERS);
    }

    @Override
    public UserListing<Member> listing() {
        return new JdbcUserListing<>(transactions, MEMBERS);
    }

    @Override
    public void close() {}
}

package dev.usher.jpa;

import static dev.usher.jpa.Engine.POSTGRESQL;
import static dev.usher.jpa.Engine.SQLITE;

import dev.usher.Email;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.BulkInsert;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.UserListing;
import dev.usher.testkit.AccessTokenDatabaseContract;
import dev.usher.testkit.AssignedIdContract;
import dev.usher.testkit.BulkInsertContract;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.OAuthAccountDatabaseContract;
import dev.usher.testkit.RevokedTokenDatabaseContract;
import dev.usher.testkit.TransactionsContract;
import dev.usher.testkit.UniqueColumnContract;
import dev.usher.testkit.UserDatabaseContract;
import dev.usher.testkit.UserListingContract;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/** The testkit's contracts on both engines, for users with each kind of id. */
class ContractsTest {

    abstract static class Contracts<U extends BaseUserEntity<ID>, ID> extends OnUnit<U, ID>
            implements UserDatabaseContract<U, ID>,
                    RevokedTokenDatabaseContract<U, ID>,
                    OAuthAccountDatabaseContract<U, ID>,
                    AccessTokenDatabaseContract<U, ID>,
                    UserListingContract<U, ID>,
                    BulkInsertContract<U, ID>,
                    TransactionsContract {

        Contracts(Engine engine, Kind<U, ID> kind) {
            super(engine, kind);
        }

        @Override
        public RevokedTokenDatabase<U, ID> revokedTokens() {
            return new JpaRevokedTokenDatabase<>(unit.transactions(), kind.user(), SpentToken.class);
        }

        @Override
        public OAuthAccountDatabase<U, ID> oauthAccounts() {
            return new JpaOAuthAccountDatabase<>(unit.transactions(), kind.user(), kind.account());
        }

        @Override
        public AccessTokenDatabase<U, ID> accessTokens() {
            return new JpaAccessTokenDatabase<>(unit.transactions(), kind.user(), kind.token());
        }

        @Override
        public UserListing<U> listing() {
            return new JpaUserListing<>(unit.transactions(), kind.user());
        }

        @Override
        public BulkInsert<U> bulkInsert() {
            return new JpaBulkInsert<>(unit.transactions(), kind.user());
        }

        @Override
        @SuppressWarnings("NullAway") // a null is what no column of a password takes
        public void spoil(U user) {
            user.hashedPassword(null);
        }

        @Override
        public void write(String key) {
            U user = Camelot.ARTHUR.fill(users.newUser(), password -> "$" + password);
            user.email(address(key));
            prepare(user);
            if (!users.insert(user)) {
                throw new AssertionError(key + " is written already");
            }
        }

        @Override
        public boolean exists(String key) {
            return users.findByEmail(address(key)).isPresent();
        }

        private static Email address(String key) {
            return Email.of(key + "@camelot.bt");
        }
    }

    abstract static class Members extends Contracts<Member, UUID>
            implements AssignedIdContract<Member, UUID>, UniqueColumnContract<Member, UUID> {

        Members(Engine engine) {
            super(engine, OnUnit.Kind.MEMBERS);
        }

        @Override
        public void assignId(Member user, UUID id) {
            user.id(id);
        }

        @Override
        public String uniqueColumn(Member user) {
            return String.valueOf(user.device);
        }

        @Override
        public void uniqueColumn(Member user, String value) {
            user.device = value;
        }
    }

    abstract static class Players extends Contracts<Player, Long> {
        Players(Engine engine) {
            super(engine, OnUnit.Kind.PLAYERS);
        }
    }

    abstract static class Citizens extends Contracts<Citizen, String> implements AssignedIdContract<Citizen, String> {

        Citizens(Engine engine) {
            super(engine, OnUnit.Kind.CITIZENS);
        }

        @Override
        public void assignId(Citizen user, String id) {
            user.name = id;
        }
    }

    @Nested
    class MembersOnSqlite extends Members {
        MembersOnSqlite() {
            super(SQLITE);
        }
    }

    @Nested
    class MembersOnPostgres extends Members {
        MembersOnPostgres() {
            super(POSTGRESQL);
        }
    }

    @Nested
    class PlayersOnSqlite extends Players {
        PlayersOnSqlite() {
            super(SQLITE);
        }
    }

    @Nested
    class PlayersOnPostgres extends Players {
        PlayersOnPostgres() {
            super(POSTGRESQL);
        }
    }

    @Nested
    class CitizensOnSqlite extends Citizens {
        CitizensOnSqlite() {
            super(SQLITE);
        }
    }

    @Nested
    class CitizensOnPostgres extends Citizens {
        CitizensOnPostgres() {
            super(POSTGRESQL);
        }
    }
}

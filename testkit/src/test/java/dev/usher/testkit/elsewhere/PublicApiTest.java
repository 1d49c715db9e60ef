package dev.usher.testkit.elsewhere;

import dev.usher.Email;
import dev.usher.UserDatabase;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.BulkInsert;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import dev.usher.testkit.AccessTokenDatabaseContract;
import dev.usher.testkit.AssignedIdContract;
import dev.usher.testkit.BulkInsertContract;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.InMemoryAccessTokens;
import dev.usher.testkit.InMemoryBulkInsert;
import dev.usher.testkit.InMemoryOAuthAccounts;
import dev.usher.testkit.InMemoryRevokedTokens;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.InMemoryUserDatabase;
import dev.usher.testkit.InMemoryUserListing;
import dev.usher.testkit.Knight;
import dev.usher.testkit.OAuthAccountDatabaseContract;
import dev.usher.testkit.RevokedTokenDatabaseContract;
import dev.usher.testkit.TransactionsContract;
import dev.usher.testkit.UniqueColumnContract;
import dev.usher.testkit.UserDatabaseContract;
import dev.usher.testkit.UserListingContract;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class PublicApiTest {

    @Nested
    class OneClassForSeveralContracts
            implements UserDatabaseContract<Knight, UUID>,
                    AssignedIdContract<Knight, UUID>,
                    UniqueColumnContract<Knight, UUID>,
                    RevokedTokenDatabaseContract<Knight, UUID>,
                    OAuthAccountDatabaseContract<Knight, UUID>,
                    AccessTokenDatabaseContract<Knight, UUID>,
                    UserListingContract<Knight, UUID>,
                    BulkInsertContract<Knight, UUID>,
                    TransactionsContract {

        private final InMemoryTransactions transactions = new InMemoryTransactions();
        private final InMemoryUserDatabase<Knight, UUID> users =
                Knight.users(transactions).unique(knight -> knight.shield);
        private final RevokedTokenDatabase<Knight, UUID> revokedTokens =
                new InMemoryRevokedTokens<>(transactions, users);
        private final OAuthAccountDatabase<Knight, UUID> oauthAccounts =
                new InMemoryOAuthAccounts<>(transactions, users);
        private final AccessTokenDatabase<Knight, UUID> accessTokens = new InMemoryAccessTokens<>(transactions, users);

        @Override
        public UserDatabase<Knight, UUID> users() {
            return users;
        }

        @Override
        public Transactions transactions() {
            return transactions;
        }

        @Override
        public RevokedTokenDatabase<Knight, UUID> revokedTokens() {
            return revokedTokens;
        }

        @Override
        public OAuthAccountDatabase<Knight, UUID> oauthAccounts() {
            return oauthAccounts;
        }

        @Override
        public AccessTokenDatabase<Knight, UUID> accessTokens() {
            return accessTokens;
        }

        @Override
        public UserListing<Knight> listing() {
            return new InMemoryUserListing<>(users);
        }

        @Override
        public BulkInsert<Knight> bulkInsert() {
            return new InMemoryBulkInsert<>(transactions, users);
        }

        @Override
        public void spoil(Knight knight) {
            knight.shield = "a lion ".repeat(100);
        }

        @Override
        public UUID unknownId() {
            return UUID.randomUUID();
        }

        @Override
        public void prepare(Knight knight) {
            knight.shield = UUID.randomUUID().toString();
        }

        @Override
        public void assignId(Knight knight, UUID id) {
            knight.id(id);
        }

        @Override
        public String uniqueColumn(Knight knight) {
            return knight.shield;
        }

        @Override
        public void uniqueColumn(Knight knight, String value) {
            knight.shield = value;
        }

        @Override
        public void write(String key) {
            Knight knight = Camelot.ARTHUR.fill(users.newUser(), password -> "hash");
            knight.email(Email.of(key + "@camelot.bt"));
            prepare(knight);
            users.insert(knight);
        }

        @Override
        public boolean exists(String key) {
            return users.findByEmail(Email.of(key + "@camelot.bt")).isPresent();
        }
    }
}

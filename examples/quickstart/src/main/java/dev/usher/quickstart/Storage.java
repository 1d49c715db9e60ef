package dev.usher.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.UserDatabase;
import dev.usher.jdbc.UserTable;
import dev.usher.schema.ColumnType;
import dev.usher.schema.IdType;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import dev.usher.spi.RevokedTokenDatabase;
import dev.usher.spi.Transactions;
import dev.usher.spi.UserListing;
import java.util.UUID;

/** How this application reaches its database: over JDBC or over JPA. Your own needs one of the two, and no such choice. */
sealed interface Storage extends AutoCloseable permits JdbcStorage, JpaStorage {

    /** The tables, whoever uses them; the application's own columns are added here. */
    UserTable<Member, UUID> MEMBERS = UserTable.of("users", IdType.UUID, Member::new)
            .column("first_name", ColumnType.text(100).nullable(), Member::firstName, Member::firstName);

    static Storage of(String kind, HikariDataSource dataSource) {
        return switch (kind) {
            case "jdbc" -> new JdbcStorage(dataSource);
            case "jpa" -> new JpaStorage(dataSource);
            default -> throw new IllegalArgumentException("quickstart.persistence is jdbc or jpa, not '" + kind + "'");
        };
    }

    Transactions transactions();

    UserDatabase<Member, UUID> users();

    RevokedTokenDatabase<Member, UUID> revokedTokens();

    AccessTokenDatabase<Member, UUID> accessTokens();

    OAuthAccountDatabase<Member, UUID> accounts();

    UserListing<Member> listing();

    @Override
    void close();
}

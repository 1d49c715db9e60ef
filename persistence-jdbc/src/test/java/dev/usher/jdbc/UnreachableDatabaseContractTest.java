package dev.usher.jdbc;

import dev.usher.UserDatabase;
import dev.usher.testkit.UnreachableDatabaseContract;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** What a user database must do where there is none. */
class UnreachableDatabaseContractTest {

    abstract static class Subject<ID> implements UnreachableDatabaseContract<Knight<ID>, ID> {

        private final IdKind<ID> ids;
        private final JdbcTransactions transactions;
        private final UserDatabase<Knight<ID>, ID> users;

        Subject(DataSource nothing, IdKind<ID> ids) {
            this.ids = ids;
            this.transactions = new JdbcTransactions(nothing);
            this.users = new JdbcUserDatabase<>(transactions, Knight.table("users", ids.type()));
        }

        @Override
        public UserDatabase<Knight<ID>, ID> users() {
            return users;
        }

        @Override
        public JdbcTransactions transactions() {
            return transactions;
        }

        @Override
        public ID unknownId() {
            return ids.unknown().get();
        }

        @Override
        public void prepare(Knight<ID> user) {
            user.id(unknownId());
        }
    }

    private static DataSource noFolder(Path folder) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("nowhere/users.db"));
        return source;
    }

    private static DataSource nobodyListens() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {1});
        return source;
    }

    @Nested
    class UuidOnSqlite extends Subject<UUID> {
        UuidOnSqlite(@TempDir Path folder) {
            super(noFolder(folder), IdKind.UUIDS);
        }
    }

    @Nested
    class UuidOnPostgres extends Subject<UUID> {
        UuidOnPostgres() {
            super(nobodyListens(), IdKind.UUIDS);
        }
    }

    @Nested
    class LongOnSqlite extends Subject<Long> {
        LongOnSqlite(@TempDir Path folder) {
            super(noFolder(folder), IdKind.LONGS);
        }
    }

    @Nested
    class LongOnPostgres extends Subject<Long> {
        LongOnPostgres() {
            super(nobodyListens(), IdKind.LONGS);
        }
    }

    @Nested
    class StringOnSqlite extends Subject<String> {
        StringOnSqlite(@TempDir Path folder) {
            super(noFolder(folder), IdKind.STRINGS);
        }
    }

    @Nested
    class StringOnPostgres extends Subject<String> {
        StringOnPostgres() {
            super(nobodyListens(), IdKind.STRINGS);
        }
    }
}

package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.IdType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HibernateSettingsTest {

    private static final String DATA_SOURCE = "jakarta.persistence.nonJtaDataSource";

    @Test
    void refuseAnUnsafeSqlite() {
        try (HikariDataSource unsafe = Engine.pool(
                Engine.SQLITE.newDatabase(), 1, config -> config.addDataSourceProperty("foreign_keys", "false"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> HibernateSettings.on(unsafe))
                    .withMessageContaining("foreign_keys=true");
        }
    }

    @Test
    void leavePostgresqlAlone() {
        try (HikariDataSource pool = Engine.pool(Engine.POSTGRESQL.newDatabase(), 1)) {
            assertThat(HibernateSettings.on(pool)).containsOnlyKeys(DATA_SOURCE).containsValue(pool);
        }
    }

    @Test
    void adaptersRefuseClassesThatAreNoEntities() {
        JpaTransactions transactions = Unit.of(Engine.SQLITE, IdType.UUID).transactions();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JpaUserDatabase<>(transactions, UuidUserEntity.class))
                .withMessageContaining("constructor without parameters");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new JpaRevokedTokenDatabase<>(transactions, Member.class, BaseRevokedTokenEntity.class));
    }

    @Nested
    class TransactionsOnSqlite {

        private final DatabaseUrl url = Engine.SQLITE.newDatabase();

        @Test
        void beginWithTheFirstStatementAndOnceOnly() throws SQLException {
            try (HikariDataSource pool = Engine.pool(url, 2);
                    Connection mine = dataSource(pool).getConnection();
                    Connection other = pool.getConnection()) {
                execute(other, "CREATE TABLE knight (name text)");
                mine.setAutoCommit(false);
                execute(other, "INSERT INTO knight VALUES ('arthur')");
                execute(mine, "SELECT 1");
                execute(mine, "INSERT INTO knight VALUES ('bors')");
                assertThat(mine.getAutoCommit()).isFalse();
                assertThat(other.getAutoCommit()).isTrue();
                mine.commit();
                execute(other, "INSERT INTO knight VALUES ('kay')");
                execute(mine, "INSERT INTO knight VALUES ('mordred')");
                mine.rollback();
                mine.setAutoCommit(true);
                execute(mine, "INSERT INTO knight VALUES ('lancelot')");

                assertThat(count(other)).isEqualTo(4);
            }
        }

        @Test
        void areRolledBackWhereTheConnectionIsGivenBack() throws SQLException {
            try (HikariDataSource pool = Engine.pool(url, 1)) {
                DataSource immediate = dataSource(pool);
                try (Connection connection = immediate.getConnection()) {
                    execute(connection, "CREATE TABLE knight (name text)");
                    connection.setAutoCommit(false);
                    execute(connection, "INSERT INTO knight VALUES ('mordred')");
                }

                try (Connection connection = immediate.getConnection()) {
                    assertThat(connection.getAutoCommit()).isTrue();
                    assertThat(count(connection)).isZero();
                }
            }
        }

        private DataSource dataSource(DataSource pool) {
            return (DataSource)
                    Objects.requireNonNull(HibernateSettings.on(pool).get(DATA_SOURCE));
        }

        private void execute(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private int count(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM knight")) {
                return rows.getInt(1);
            }
        }
    }
}

package dev.usher.jpa;

import dev.usher.schema.Column;
import dev.usher.schema.ColumnType;
import dev.usher.schema.DatabaseUrl;
import dev.usher.schema.IdType;
import dev.usher.schema.Identifier;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import dev.usher.testkit.SqlAdapters;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * A persistence unit on an engine, with Usher's tables. One of each kind is made for all tests, because Hibernate takes
 * its time to start; a test begins with {@link #empty}.
 */
record Unit(DatabaseUrl url, DataSource dataSource, EntityManagerFactory factory, JpaTransactions transactions) {

    private static final Map<String, Unit> UNITS = new ConcurrentHashMap<>();

    static Unit of(Engine engine, IdType<?> idType) {
        return UNITS.computeIfAbsent(engine + " " + name(idType), key -> open(engine, idType));
    }

    /** Without anything in any table. */
    Unit empty() {
        execute("DELETE FROM users");
        execute("DELETE FROM revoked_token");
        return this;
    }

    /** How many statements were sent to the database so far. */
    long statements() {
        return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }

    void execute(String sql) {
        execute(dataSource, sql);
    }

    /** Every adapter over one persistence unit. */
    static <U extends BaseUserEntity<ID>, ID> SqlAdapters<U, ID> adapters(
            JpaTransactions transactions, OnUnit.Kind<U, ID> kind) {
        return new SqlAdapters<>(
                transactions,
                new JpaUserDatabase<>(transactions, kind.user()),
                new JpaRevokedTokenDatabase<>(transactions, kind.user(), SpentToken.class),
                new JpaOAuthAccountDatabase<>(transactions, kind.user(), kind.account()),
                new JpaAccessTokenDatabase<>(transactions, kind.user(), kind.token()),
                new JpaUserListing<>(transactions, kind.user()),
                new JpaBulkInsert<>(transactions, kind.user()));
    }

    private static Unit open(Engine engine, IdType<?> idType) {
        DatabaseUrl url = engine.newDatabase();
        DataSource dataSource = Engine.pool(url, 10);
        Schema.create(dataSource, schema(idType));
        Map<String, Object> settings = new HashMap<>(HibernateSettings.on(dataSource));
        settings.put("hibernate.hbm2ddl.auto", "validate");
        settings.put("hibernate.generate_statistics", "true");
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(name(idType), settings);
        return new Unit(url, dataSource, factory, new JpaTransactions(factory));
    }

    static String name(IdType<?> idType) {
        if (idType == IdType.UUID) {
            return "uuid";
        }
        return idType == IdType.LONG ? "long" : "string";
    }

    /** The tables that the entities of a unit need. */
    static UserSchema schema(IdType<?> idType) {
        UserSchema base = UserSchema.of("users", idType);
        return idType == IdType.UUID
                ? base.column(Column.plain("first_name", ColumnType.text(100).nullable()))
                        .column(new Column(
                                new Identifier("device"), ColumnType.text(100).nullable(), Column.Role.UNIQUE))
                        .column(Column.plain("seat", ColumnType.integer()))
                        .column(Column.plain("tournament", ColumnType.text(10).nullable()))
                        .column(Column.plain("knighted_at", ColumnType.instant().nullable()))
                        .column(Column.plain("settings", ColumnType.text(2000).nullable()))
                : base;
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

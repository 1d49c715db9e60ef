package dev.usher.jpa;

import static dev.usher.jpa.Engine.POSTGRESQL;
import static dev.usher.jpa.Engine.SQLITE;

import com.zaxxer.hikari.HikariDataSource;
import dev.usher.schema.Difference;
import dev.usher.schema.IdType;
import dev.usher.schema.Repair;
import dev.usher.schema.Schema;
import dev.usher.schema.UserSchema;
import dev.usher.testkit.SchemaContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** What creating, migrating and validating must do with the tables that the entities need. */
class SchemaContractsTest {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    abstract static class Subject implements SchemaContract {

        private final UserSchema schema;
        private final UserSchema base;
        private final HikariDataSource pool;

        Subject(Engine engine, IdType<?> idType) {
            this.schema = Unit.schema(idType);
            this.base = UserSchema.of("users", idType);
            this.pool = Engine.pool(engine.newDatabase(), 4);
        }

        @AfterEach
        void closePool() {
            pool.close();
        }

        @Override
        public HikariDataSource dataSource() {
            return pool;
        }

        @Override
        public void create() {
            Schema.create(pool, schema);
        }

        /** With an application's migration that adds her own columns where they are missing. */
        @Override
        public int migrate() {
            int ran = Schema.migrate(pool, schema);
            for (Optional<Repair> next = repair(); next.isPresent(); next = repair()) {
                run(next.get());
            }
            return ran;
        }

        private void run(Repair repair) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : repair.standalone()) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Of what Usher's own migrations are not to make. */
        private Optional<Repair> repair() {
            return Schema.validate(pool, base).isEmpty()
                    ? Schema.validate(pool, schema).stream()
                            .map(Difference::repair)
                            .findFirst()
                    : Optional.empty();
        }

        @Override
        public List<String> differences() {
            return Schema.validate(pool, schema).stream()
                    .map(Difference::description)
                    .toList();
        }
    }

    @Nested
    class MembersOnSqlite extends Subject {
        MembersOnSqlite() {
            super(SQLITE, IdType.UUID);
        }
    }

    @Nested
    class MembersOnPostgres extends Subject {
        MembersOnPostgres() {
            super(POSTGRESQL, IdType.UUID);
        }
    }

    @Nested
    class PlayersOnSqlite extends Subject {
        PlayersOnSqlite() {
            super(SQLITE, IdType.LONG);
        }
    }

    @Nested
    class PlayersOnPostgres extends Subject {
        PlayersOnPostgres() {
            super(POSTGRESQL, IdType.LONG);
        }
    }

    @Nested
    class CitizensOnSqlite extends Subject {
        CitizensOnSqlite() {
            super(SQLITE, IdType.STRING);
        }
    }

    @Nested
    class CitizensOnPostgres extends Subject {
        CitizensOnPostgres() {
            super(POSTGRESQL, IdType.STRING);
        }
    }
}

package dev.usher.jpa;

import dev.usher.jpa.OnUnit.Kind;
import dev.usher.testkit.FaultSweepContract;
import jakarta.persistence.PersistenceException;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class FaultSweepTest {

    abstract static class Sweep<U extends BaseUserEntity<ID>, ID> extends SqlOnUnit<U, ID>
            implements FaultSweepContract<U, ID> {

        Sweep(Engine engine, Kind<U, ID> kind) {
            super(engine, kind);
        }

        @Override
        public Class<? extends RuntimeException> refusal() {
            return PersistenceException.class;
        }

        @Override
        @SuppressWarnings("NullAway") // a null is what no column of a password takes
        public void spoil(U user) {
            user.hashedPassword(null);
        }

        @Override
        public boolean survivesDuplicates() {
            return false;
        }
    }

    @Nested
    class MembersOnPostgres extends Sweep<Member, UUID> {
        MembersOnPostgres() {
            super(Engine.POSTGRESQL, Kind.MEMBERS);
        }
    }

    /** With ids that the database makes, which Hibernate inserts in another way. */
    @Nested
    class PlayersOnSqlite extends Sweep<Player, Long> {
        PlayersOnSqlite() {
            super(Engine.SQLITE, Kind.PLAYERS);
        }
    }
}

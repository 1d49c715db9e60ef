package dev.usher.jpa;

import dev.usher.jpa.OnUnit.Kind;
import dev.usher.testkit.LookUpContract;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class LookUpPlansTest {

    @Nested
    class OnSqlite extends SqlOnUnit<Member, UUID> implements LookUpContract<Member> {
        OnSqlite() {
            super(Engine.SQLITE, Kind.MEMBERS);
        }
    }

    @Nested
    class OnPostgres extends SqlOnUnit<Member, UUID> implements LookUpContract<Member> {
        OnPostgres() {
            super(Engine.POSTGRESQL, Kind.MEMBERS);
        }
    }
}

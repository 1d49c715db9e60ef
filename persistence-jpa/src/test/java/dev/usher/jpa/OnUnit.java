package dev.usher.jpa;

import dev.usher.UserDatabase;
import dev.usher.schema.Dialect;
import dev.usher.schema.IdType;
import dev.usher.spi.Transactions;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;

/** What every test of an adapter starts from: empty tables on an engine, with one kind of users. */
abstract class OnUnit<U extends BaseUserEntity<ID>, ID> {

    private static final AtomicLong STRANGERS = new AtomicLong(1_000_000_000);

    final Unit unit;
    final Kind<U, ID> kind;
    final JpaUserDatabase<U, ID> users;

    OnUnit(Engine engine, Kind<U, ID> kind) {
        this.unit = Unit.of(engine, kind.idType());
        this.kind = kind;
        this.users = new JpaUserDatabase<>(unit.transactions(), kind.user());
    }

    @BeforeEach
    void emptyTables() {
        unit.empty();
    }

    public UserDatabase<U, ID> users() {
        return users;
    }

    public Transactions transactions() {
        return unit.transactions();
    }

    public ID unknownId() {
        return kind.strange().apply(STRANGERS.incrementAndGet());
    }

    public void prepare(U user) {
        if (user instanceof Citizen citizen) {
            citizen.name = "citizen/" + STRANGERS.incrementAndGet();
        }
    }

    public boolean survivesDuplicates() {
        return false;
    }

    public boolean hasOneWriter() {
        return unit.url().dialect() == Dialect.SQLITE;
    }

    /** One of the three kinds of users. */
    record Kind<U extends BaseUserEntity<ID>, ID>(
            Class<U> user,
            Class<? extends BaseOAuthAccountEntity<ID>> account,
            Class<? extends BaseAccessTokenEntity<ID>> token,
            IdType<ID> idType,
            LongFunction<ID> strange) {

        static final Kind<Member, UUID> MEMBERS =
                new Kind<>(Member.class, Member.Account.class, Member.Token.class, IdType.UUID, n -> new UUID(n, n));
        static final Kind<Player, Long> PLAYERS =
                new Kind<>(Player.class, Player.Account.class, Player.Token.class, IdType.LONG, n -> n);
        static final Kind<Citizen, String> CITIZENS = new Kind<>(
                Citizen.class, Citizen.Account.class, Citizen.Token.class, IdType.STRING, n -> "nobody/" + n);
    }
}

package dev.usher.testkit;

import dev.usher.AdminEdit;
import dev.usher.Email;
import dev.usher.ProfileEdit;
import dev.usher.User;
import dev.usher.spi.AccessTokenDatabase;
import dev.usher.spi.OAuthAccountDatabase;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every use case must survive: a failure at its first JDBC call, at its second, and so on, each in four ways. It is
 * refused or the connection is lost, and the call has done its work or not. The database is then as before or as after,
 * never between, a lost connection is {@code SERVICE_UNAVAILABLE}, every connection was given back, and the same request
 * works when it is asked again.
 *
 * @param <U> the user type it is tested with
 * @param <ID> the type of its id
 */
public interface FaultSweepContract<U extends User<ID>, ID> extends SqlSubject<U, ID> {

    /** What the adapters throw if the database refuses something and is no outage. */
    Class<? extends RuntimeException> refusal();

    /** A value that the database refuses, as in {@link BulkInsertContract}. */
    void spoil(U user);

    /** Fills in what a user of this type needs beside Usher's own properties, as in {@link UserDatabaseSubject}. */
    default void prepare(U user) {}

    /** As in {@link UserDatabaseSubject}. Where it does not, a bulk insert may be stored in several parts. */
    default boolean survivesDuplicates() {
        return true;
    }

    @Test
    default void register() {
        sweep(castle -> castle.manager.register(Email.of("galahad@camelot.bt"), "the grail", this::prepare));
    }

    @Test
    default void registerWithATakenAddress() {
        sweep(castle -> castle.manager.register(Castle.ARTHUR, "the grail", this::prepare));
    }

    @Test
    default void loginThatUpgradesTheHash() {
        sweep(castle -> castle.manager.login(Castle.ARTHUR.value(), Camelot.ARTHUR.password()));
    }

    @Test
    default void verify() {
        sweep(Castle::verifyToken, (castle, token) -> castle.manager.verify(token));
    }

    @Test
    default void resetPassword() {
        sweep(Castle::resetToken, (castle, token) -> castle.manager.resetPassword(token, "the grail"));
    }

    @Test
    default void update() {
        sweep(castle -> castle.manager.update(
                castle.arthur().id(),
                new AdminEdit<>(new ProfileEdit<>(null, null, null), null, true, true),
                version -> true));
    }

    @Test
    default void updateWithoutATransaction() {
        sweep(this::promote);
    }

    @Test
    default void delete() {
        sweep(castle -> castle.adapters
                .users()
                .findByEmail(Castle.ARTHUR)
                .ifPresent(arthur -> castle.manager.delete(arthur.id())));
    }

    @Test
    default void link() {
        sweep(castle -> castle.adapters.transactions().inTransaction(() -> linkOnce(castle)));
    }

    @Test
    default void linkWithoutATransaction() {
        sweep(castle -> castle.adapters.accounts().link(castle.arthur().id(), Castle.account("square")));
    }

    @Test
    default void firstLoginWithAnAccount() {
        sweep(castle -> castle.adapters.transactions().inTransaction(() -> {
            U bors = named("bors");
            OAuthAccountDatabase<U, ID> accounts = castle.adapters.accounts();
            if (!castle.isLinked("square") && castle.adapters.users().insert(bors)) {
                if (survivesDuplicates()) {
                    accounts.link(bors.id(), Castle.account("round"));
                }
                accounts.link(bors.id(), Castle.account("square"));
                castle.adapters.tokens().insert(castle.token("b2".repeat(32), bors));
            }
            return bors;
        }));
    }

    /** Also once its account is linked; the state is used up beforehand, whatever comes of it. */
    @Test
    default void signInAtAProvider() {
        sweep(Castle::signInAtAProvider);
    }

    @Test
    default void unlinkAndLogOut() {
        sweep(castle -> castle.adapters
                .transactions()
                .inTransaction(
                        () -> castle.adapters.accounts().unlink(castle.arthur().id(), "table", "round")
                                && castle.adapters.tokens().delete(Castle.DIGEST)));
    }

    @Test
    default void revokeAndPurge() {
        sweep(castle -> castle.adapters.transactions().inTransaction(() -> {
            castle.adapters.revokedTokens().purgeExpired(Castle.NOON, 10);
            castle.adapters.revokedTokens().revoke("token", Castle.NOON.plusSeconds(60));
            AccessTokenDatabase<U, ID> tokens = castle.adapters.tokens();
            return tokens.purgeExpired(Castle.NOON.plusSeconds(60), 10);
        }));
    }

    @Test
    default void bulkInsert() {
        run(survivesDuplicates(), castle -> true, (castle, nothing) -> {
            List<U> users = Stream.of("kay", "mordred", "king.arthur", "bors")
                    .map(this::named)
                    .toList();
            spoil(users.get(1));
            castle.adapters.bulkInsert().insertAll(users);
        });
    }

    private U promote(Castle<U, ID> castle) {
        U arthur = castle.arthur();
        if (!arthur.superuser()) {
            arthur.superuser(true);
            castle.adapters.users().update(arthur);
        }
        return arthur;
    }

    private boolean linkOnce(Castle<U, ID> castle) {
        return castle.isLinked("square")
                || castle.adapters.accounts().link(castle.arthur().id(), Castle.account("square"));
    }

    private U named(String name) {
        U user = Camelot.ARTHUR.fill(adapters().users().newUser(), password -> PlainHasher.CURRENT + password);
        user.email(Email.of(name + "@camelot.bt"));
        prepare(user);
        return user;
    }

    private void sweep(Consumer<Castle<U, ID>> request) {
        sweep(castle -> true, (castle, nothing) -> request.accept(castle));
    }

    /** @param make what the request needs, e.g. a token */
    private <T> void sweep(Function<Castle<U, ID>, T> make, BiConsumer<Castle<U, ID>, T> request) {
        run(true, make, request);
    }

    private <T> void run(boolean whole, Function<Castle<U, ID>, T> make, BiConsumer<Castle<U, ID>, T> request) {
        new FaultSweep(dataSource(), observer(), refusal(), whole)
                .run(
                        () -> {
                            Castle<U, ID> castle = new Castle<>(adapters());
                            castle.furnish(named("king.arthur"));
                            return make.apply(castle);
                        },
                        made -> request.accept(new Castle<>(adapters()), made));
    }
}

package dev.usher.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.spi.AccessToken;
import dev.usher.spi.BulkInsert.Outcome;
import dev.usher.spi.OAuthAccount;
import dev.usher.spi.UserFilter;
import dev.usher.spi.UserPage;
import dev.usher.spi.UserPage.Order;
import dev.usher.testkit.Camelot;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What must hold for the adapters on every engine with every kind of users, beside the testkit's contracts. */
abstract class AdaptersOnUnit<U extends BaseUserEntity<ID>, ID> extends OnUnit<U, ID> {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final JpaTransactions transactions = unit.transactions();
    final JpaRevokedTokenDatabase<U, ID> revoked =
            new JpaRevokedTokenDatabase<>(transactions, kind.user(), SpentToken.class);
    final JpaOAuthAccountDatabase<U, ID> accounts =
            new JpaOAuthAccountDatabase<>(transactions, kind.user(), kind.account());
    final JpaAccessTokenDatabase<U, ID> tokens = new JpaAccessTokenDatabase<>(transactions, kind.user(), kind.token());
    final JpaUserListing<U, ID> listing = new JpaUserListing<>(transactions, kind.user());
    final JpaBulkInsert<U, ID> bulk = new JpaBulkInsert<>(transactions, kind.user());

    AdaptersOnUnit(Engine engine, Kind<U, ID> kind) {
        super(engine, kind);
    }

    U user(String name) {
        U user = Camelot.ARTHUR.fill(users.newUser(), password -> "$" + password);
        user.email(Email.of(name + "@camelot.bt"));
        prepare(user);
        return user;
    }

    U stored(String name) {
        U user = user(name);
        assertThat(users.insert(user)).isTrue();
        return user;
    }

    @Nullable U found(String name) {
        return users.findByEmail(Email.of(name + "@camelot.bt")).orElse(null);
    }

    long statementsOf(Runnable work) {
        long before = unit.statements();
        work.run();
        return unit.statements() - before;
    }

    @Nested
    class Users {

        @Test
        void areFoundByOneStatement() {
            U arthur = stored("arthur");

            assertThat(statementsOf(() -> users.findById(arthur.id()))).isEqualTo(1);
            assertThat(statementsOf(() -> users.findByEmail(arthur.email()))).isEqualTo(1);
            assertThat(statementsOf(() -> revoked.findUser(arthur.id(), "t"))).isEqualTo(1);
        }

        @Test
        void areStoredOutsideOfTransactionsToo() {
            U arthur = stored("arthur");
            arthur.verified(true);

            assertThat(users.insert(user("arthur"))).isFalse();
            assertThat(users.update(arthur)).isEqualTo(UpdateOutcome.UPDATED);
            assertThat(users.delete(arthur.id())).isTrue();
        }

        @Test
        void survivesAStaleUpdateInTheSameTransaction() {
            U arthur = stored("arthur");
            U stale = users.findById(arthur.id()).orElseThrow();
            users.update(arthur);

            UpdateOutcome outcome = transactions.inTransaction(() -> {
                UpdateOutcome refused = users.update(stale);
                stored("bors");
                return refused;
            });

            assertThat(outcome).isEqualTo(UpdateOutcome.STALE);
            assertThat(found("bors")).isNotNull();
        }

        @Test
        void tellTheirClassAndIdOnly() {
            U arthur = stored("arthur");

            assertThat(arthur).hasToString(kind.user().getSimpleName() + "[" + arthur.id() + "]");
            assertThat(users.newUser().toString()).startsWith(kind.user().getSimpleName() + "[");
        }

        @Test
        void thatTheApplicationHasLoadedAreFlushedAndThenDetached() {
            U arthur = stored("arthur");

            transactions.inTransaction(() -> transactions.withEntityManager(manager -> {
                U mine = manager.find(kind.user(), arthur.id());
                mine.verified(true);
                U found = users.findById(arthur.id()).orElseThrow();
                assertThat(found.verified()).isTrue();
                assertThat(manager.contains(mine)).isFalse();
                return true;
            }));

            assertThat(users.findById(arthur.id()).orElseThrow().verified()).isTrue();
        }

        @Test
        void thatTheApplicationManagesCanBeUpdated() {
            U arthur = stored("arthur");

            UpdateOutcome outcome = transactions.inTransaction(() -> transactions.withEntityManager(manager -> {
                U mine = manager.find(kind.user(), arthur.id());
                mine.verified(true);
                return users.update(mine);
            }));

            assertThat(outcome).isEqualTo(UpdateOutcome.UPDATED);
            assertThat(users.findById(arthur.id()).orElseThrow().verified()).isTrue();
        }

        @Test
        void neverOverwriteEachOther() throws Exception {
            ID id = stored("arthur").id();

            AtOnce.run(8, i -> () -> {
                UpdateOutcome outcome = UpdateOutcome.STALE;
                while (outcome == UpdateOutcome.STALE) {
                    outcome = transactions.inTransaction(() -> {
                        U mine = users.findById(id).orElseThrow();
                        mine.tokenVersion(mine.tokenVersion() + 1);
                        return users.update(mine);
                    });
                }
                return outcome;
            });

            U arthur = users.findById(id).orElseThrow();
            assertThat(arthur.tokenVersion()).isEqualTo(7 + 8);
            assertThat(arthur.rowVersion()).isEqualTo(8);
        }

        @Test
        void isEmptyForTextThatNoEngineKeeps() {
            assertThat(users.findByEmail(Email.fromStorage("arthur\0@camelot.bt")))
                    .isEmpty();
            assertThat(users.findByEmail(Email.fromStorage("\uD800@camelot.bt")))
                    .isEmpty();
        }
    }

    @Nested
    class Transactions {

        @Test
        void endInAnExceptionWhereADuplicateWasOverlooked() {
            stored("arthur");

            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        stored("bors");
                        return users.insert(user("arthur"));
                    }))
                    .isInstanceOf(RollbackException.class);

            assertThat(found("bors")).isNull();
        }

        @Test
        void lendTheApplicationTheirEntityManager() {
            List<EntityManager> lent = new ArrayList<>();

            transactions.inTransaction(() -> {
                transactions.withEntityManager(lent::add);
                return transactions.inTransaction(() -> transactions.withEntityManager(lent::add));
            });

            assertThat(lent.get(0)).isSameAs(lent.get(1));
            assertThat(lent.get(0).isOpen()).isFalse();
        }

        @Test
        void areNotNeededToRead() {
            stored("arthur");

            boolean joined = transactions.withEntityManager(EntityManager::isJoinedToTransaction);

            assertThat(joined).isFalse();
            assertThat(found("arthur")).isNotNull();
        }
    }

    @Nested
    class OAuthAccounts {

        private final OAuthAccount google = new OAuthAccount("google", "1", "arthur@gmail.com", "at", "rt", NOON);

        @Test
        void areLinkedFoundChangedAndUnlinked() {
            U arthur = stored("arthur");
            OAuthAccount renewed = new OAuthAccount("google", "1", "king@gmail.com", "at2", null, null);

            assertThat(accounts.link(arthur.id(), google)).isTrue();
            assertThat(accounts.findAccounts(arthur.id())).containsExactly(google);
            assertThat(accounts.update(arthur.id(), renewed)).isTrue();
            assertThat(accounts.findAccounts(arthur.id())).containsExactly(renewed);
            assertThat(accounts.unlink(arthur.id(), "google", "1")).isTrue();
            assertThat(accounts.unlink(arthur.id(), "google", "1")).isFalse();
            assertThat(accounts.update(arthur.id(), renewed)).isFalse();
            assertThat(accounts.findUser("google", "1")).isEmpty();
        }

        @Test
        void findTheirUserByOneStatement() {
            U arthur = stored("arthur");
            accounts.link(arthur.id(), google);

            assertThat(statementsOf(() -> assertThat(accounts.findUser("google", "1"))
                            .get()
                            .usingRecursiveComparison()
                            .isEqualTo(arthur)))
                    .isEqualTo(1);
            assertThat(accounts.findUser("github", "1")).isEmpty();
            assertThat(accounts.findUser("google", "1\0")).isEmpty();
        }

        @Test
        void belongToOneUserOnly() throws Exception {
            List<U> knights =
                    IntStream.range(0, 8).mapToObj(i -> stored("knight" + i)).toList();

            List<Boolean> linked =
                    AtOnce.run(8, i -> () -> accounts.link(knights.get(i).id(), google));

            assertThat(Collections.frequency(linked, true)).isEqualTo(1);
            assertThat(accounts.findUser("google", "1").orElseThrow().id())
                    .isEqualTo(knights.get(linked.indexOf(true)).id());
        }

        @Test
        void needAUser() {
            assertThat(accounts.link(unknownId(), google)).isFalse();
            assertThat(accounts.findAccounts(unknownId())).isEmpty();
        }

        @Test
        void goWithTheirUser() {
            U arthur = stored("arthur");
            accounts.link(arthur.id(), google);

            users.delete(arthur.id());

            assertThat(accounts.link(stored("bors").id(), google)).isTrue();
        }
    }

    @Nested
    class AccessTokens {

        private AccessToken<ID> token(String letter, U user, Instant end) {
            return new AccessToken<>(letter.repeat(64), user.id(), user.tokenVersion(), NOON, end);
        }

        @Test
        void findTheirUserByOneStatementWhileTheyLive() {
            U arthur = stored("arthur");
            tokens.insert(token("a", arthur, NOON.plusSeconds(1)));

            assertThat(statementsOf(() -> assertThat(tokens.findUser("a".repeat(64), NOON))
                            .get()
                            .usingRecursiveComparison()
                            .isEqualTo(arthur)))
                    .isEqualTo(1);
            assertThat(tokens.findUser("a".repeat(64), NOON.plusSeconds(1))).isEmpty();
            assertThat(tokens.findUser("b".repeat(64), NOON)).isEmpty();
            assertThat(tokens.findUser("\0", NOON)).isEmpty();
        }

        @Test
        void dieWithAnotherTokenVersionOrTheirUser() {
            U arthur = stored("arthur");
            tokens.insert(token("a", arthur, NOON.plusSeconds(1)));
            arthur.tokenVersion(8);
            users.update(arthur);

            assertThat(tokens.findUser("a".repeat(64), NOON)).isEmpty();
            users.delete(arthur.id());
            assertThat(tokens.delete("a".repeat(64))).isFalse();
        }

        @Test
        void endOnceEach() throws Exception {
            U arthur = stored("arthur");
            Stream.of("a", "b", "c").forEach(letter -> tokens.insert(token(letter, arthur, NOON)));

            List<Boolean> ended = AtOnce.run(8, i -> () -> tokens.delete("a".repeat(64)));

            assertThat(Collections.frequency(ended, true)).isEqualTo(1);
        }

        @Test
        void cannotBeTwoOfOneDigestOrOfNobody() {
            U arthur = stored("arthur");
            AccessToken<ID> token = token("a", arthur, NOON);
            tokens.insert(token);

            assertThatThrownBy(() -> tokens.insert(token)).isInstanceOf(PersistenceException.class);
            users.delete(arthur.id());
            assertThatThrownBy(() -> tokens.insert(token)).isInstanceOf(PersistenceException.class);
        }

        @Test
        void arePurgedOldestFirst() {
            U arthur = stored("arthur");
            Stream.of("c", "a", "b").forEach(letter -> tokens.insert(token(letter, arthur, NOON)));
            tokens.insert(token("d", arthur, NOON.minusSeconds(1)));
            tokens.insert(token("e", arthur, NOON.plusSeconds(1)));

            assertThat(tokens.purgeExpired(NOON, 1)).isEqualTo(1);
            assertThat(tokens.delete("d".repeat(64))).isFalse();
            assertThat(tokens.purgeExpired(NOON, 10)).isEqualTo(3);
            assertThat(tokens.purgeExpired(NOON, 10)).isZero();
            assertThatIllegalArgumentException().isThrownBy(() -> tokens.purgeExpired(NOON, 0));
        }
    }

    @Nested
    class RevokedTokens {

        @Test
        void areRevokedByOneStatementThatSpoilsNothing() {
            transactions.inTransaction(() -> {
                assertThat(statementsOf(() -> revoked.revoke("t", NOON))).isEqualTo(1);
                revoked.revoke("t", NOON);
                return stored("arthur");
            });

            assertThat(found("arthur")).isNotNull();
        }

        @Test
        void arePurgedInPortionsThatOneStatementCanTake() {
            transactions.inTransaction(() -> {
                IntStream.range(0, 2500).forEach(i -> revoked.revoke("t" + i, NOON));
                return true;
            });

            assertThat(statementsOf(
                            () -> assertThat(revoked.purgeExpired(NOON, 5000)).isEqualTo(2500)))
                    .isEqualTo(4);
        }

        @Test
        void haveIdsThatCanBeStored() {
            for (String impossible : List.of("", "t\0", "\uD800", "x".repeat(256))) {
                assertThatIllegalArgumentException().isThrownBy(() -> revoked.revoke(impossible, NOON));
                assertThat(revoked.findUser(stored("a" + impossible.length()).id(), impossible))
                        .isEmpty();
                unit.execute("DELETE FROM users");
            }
        }
    }

    @Nested
    class Listing {

        @Test
        void goesThroughAllUsersInEitherOrder() {
            Stream.of("bors", "arthur", "éowyn", "zoe", "kay").forEach(AdaptersOnUnit.this::stored);

            assertThat(emails(Order.EMAIL, UserFilter.ALL, 2))
                    .containsExactly(
                            "arthur@camelot.bt",
                            "bors@camelot.bt",
                            "kay@camelot.bt",
                            "zoe@camelot.bt",
                            "éowyn@camelot.bt");
            assertThat(emails(Order.ID, UserFilter.ALL, 2)).hasSize(5).doesNotHaveDuplicates();
            assertThat(listing.count(UserFilter.ALL)).isEqualTo(5);
        }

        @Test
        void filtersByFlagsAndPrefix() {
            U arthur = stored("arthur");
            arthur.superuser(true);
            users.update(arthur);
            stored("art%hur");
            stored("bors");

            assertThat(emails(Order.EMAIL, new UserFilter(true, false, null, "ar"), 5))
                    .containsExactly("art%hur@camelot.bt");
            assertThat(emails(Order.EMAIL, new UserFilter(null, null, null, "art%"), 5))
                    .containsExactly("art%hur@camelot.bt");
            assertThat(emails(Order.ID, new UserFilter(null, true, null, null), 5))
                    .containsExactly("arthur@camelot.bt");
            for (String nobody : List.of("AR", "ar_", "a\0", "\uD800", "\uDBFF\uDFFF")) {
                assertThat(listing.count(new UserFilter(null, null, null, nobody)))
                        .isZero();
            }
        }

        @Test
        void refusesAKeyOfAnotherOrder() {
            stored("arthur");
            stored("bors");
            String key = Objects.requireNonNull(listing.list(UserFilter.ALL, new UserPage.Request(Order.ID, null, 1))
                    .next());

            for (String none : List.of(key, "", "email", "email:\0", "email:" + "x".repeat(2000))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> listing.list(UserFilter.ALL, new UserPage.Request(Order.EMAIL, none, 1)));
            }
        }

        private List<String> emails(Order order, UserFilter filter, int limit) {
            List<String> emails = new ArrayList<>();
            String next = null;
            do {
                UserPage<U> page = listing.list(filter, new UserPage.Request(order, next, limit));
                page.users().forEach(user -> emails.add(user.email().value()));
                next = page.next();
            } while (next != null);
            return emails;
        }
    }

    @Nested
    class BulkInsert {

        @Test
        void tellsWhatBecameOfEachUser() {
            stored("merlin");
            U spoilt = user("mordred");
            spoil(spoilt);

            assertThat(bulk.insertAll(
                            List.of(user("arthur"), user("merlin"), user("bors"), user("arthur"), spoilt, user("kay"))))
                    .containsExactly(
                            Outcome.INSERTED,
                            Outcome.TAKEN,
                            Outcome.INSERTED,
                            Outcome.TAKEN,
                            Outcome.REFUSED,
                            Outcome.INSERTED);
            assertThat(Objects.requireNonNull(found("kay")).id()).isNotNull();
        }

        @Test
        void storesManyAtOnce() {
            List<U> many =
                    IntStream.range(0, 250).mapToObj(i -> user("knight" + i)).toList();

            assertThat(bulk.insertAll(many)).hasSize(250).containsOnly(Outcome.INSERTED);

            assertThat(many).allSatisfy(user -> assertThat(users.findById(user.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(user));
        }

        @Test
        void refusesToWorkInsideATransaction() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> transactions.inTransaction(() -> bulk.insertAll(List.of(user("arthur")))));
        }

        @SuppressWarnings("NullAway") // a null is what no column of a password takes
        private void spoil(U user) {
            user.hashedPassword(null);
        }
    }
}

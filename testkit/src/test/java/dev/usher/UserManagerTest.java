package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.UserEvent.LoggedIn;
import dev.usher.UserEvent.PasswordForgotten;
import dev.usher.UserEvent.PasswordReset;
import dev.usher.UserEvent.Registered;
import dev.usher.UserEvent.Registering;
import dev.usher.UserEvent.VerificationRequested;
import dev.usher.UserEvent.Verified;
import dev.usher.password.BcryptHasher;
import dev.usher.password.PasswordSettings;
import dev.usher.password.Passwords;
import dev.usher.testkit.Camelot;
import dev.usher.testkit.InMemoryTransactions;
import dev.usher.testkit.Knight;
import dev.usher.testkit.MutableClock;
import dev.usher.testkit.RecordingUserEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The manager on the in-memory doubles: it lives here because core cannot depend on the kit that depends on core. */
class UserManagerTest {

    private static final Map<String, String> SETTINGS =
            Map.of("usher.secret", "the sword in the stone is mine to draw");
    private static final String NEW_PASSWORD = "a longer road to Avalon";

    private final MutableClock clock = MutableClock.at(Camelot.FOUNDED);
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final UserDatabase<Knight, UUID> users = Knight.users(transactions);
    private final RecordingUserEvents events = new RecordingUserEvents();
    private final UsherConfig config = UsherConfig.from(SETTINGS);
    private final Passwords passwords = Passwords.of(config.passwords(), config.secret());
    private final UserServices services = new UserServices(config, passwords, transactions, events, clock);
    private final UserManager<Knight, UUID> manager = new UserManager<>(users, services);

    @BeforeEach
    void everybodyIsHere() {
        Camelot.insertAll(users, passwords::hash);
    }

    private Knight stored(Camelot person) {
        return users.findByEmail(person.email()).orElseThrow();
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable useCase) {
        assertThatThrownBy(useCase).isInstanceOfSatisfying(UsersException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private String resetToken(Camelot person) {
        manager.forgotPassword(person.email());
        return last(events.of(PasswordForgotten.class)).token();
    }

    private String verifyToken(Camelot person) {
        manager.requestVerify(person.email());
        return last(events.of(VerificationRequested.class)).token();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static <T> List<T> allAtOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Callable<String> outcomeOf(Runnable useCase) {
        return () -> {
            try {
                useCase.run();
                return "done";
            } catch (UsersException e) {
                return e.code().name();
            }
        };
    }

    @Nested
    class Register {

        private final Email galahad = Email.of("Galahad@Camelot.bt");

        @Test
        void storesAnActiveUserWithHerOwnFields() {
            Knight made = manager.register(galahad, NEW_PASSWORD, knight -> knight.shield = "a red cross");
            Knight stored = users.findById(made.id()).orElseThrow();
            assertThat(stored.email().value()).isEqualTo("galahad@camelot.bt");
            assertThat(stored.shield).isEqualTo("a red cross");
            assertThat(stored.active()).isTrue();
            assertThat(stored.verified()).isFalse();
            assertThat(stored.superuser()).isFalse();
            assertThat(stored.tokenVersion()).isPositive();
            assertThat(stored.createdAt()).isEqualTo(clock.instant());
            assertThat(stored.hashedPassword()).startsWith("$argon2id$").doesNotContain(NEW_PASSWORD);
        }

        @Test
        void letsNobodyMakeHerselfASuperuser() {
            Knight made = manager.register(galahad, NEW_PASSWORD, knight -> {
                knight.superuser(true);
                knight.verified(true);
                knight.active(false);
            });
            assertThat(made.superuser() || made.verified() || !made.active()).isFalse();
        }

        @Test
        void startsEveryAccountAtAnotherTokenVersion() {
            Knight one = manager.register(galahad, NEW_PASSWORD, knight -> {});
            users.delete(one.id());
            Knight two = manager.register(galahad, NEW_PASSWORD, knight -> {});
            assertThat(two.tokenVersion()).isNotEqualTo(one.tokenVersion());
        }

        @Test
        void refusesAnAddressThatIsTakenInAnySpelling() {
            assertRefused(
                    ErrorCode.REGISTER_USER_ALREADY_EXISTS,
                    () -> manager.register(Email.of("KING.ARTHUR@camelot.bt"), NEW_PASSWORD, knight -> {}));
        }

        @Test
        void judgesThePasswordBeforeTheAddress() {
            assertThatThrownBy(() -> manager.register(Camelot.ARTHUR.email(), "short", knight -> {}))
                    .isInstanceOfSatisfying(UsersException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.REGISTER_INVALID_PASSWORD);
                        assertThat(refusal.reason())
                                .hasValueSatisfying(reason ->
                                        assertThat(reason).contains("8").doesNotContain("short"));
                    });
        }

        @Test
        void countsCodePoints() {
            manager.register(galahad, "⚔".repeat(7) + "\uD83D\uDC51", knight -> {});
            assertRefused(
                    ErrorCode.REGISTER_INVALID_PASSWORD,
                    () -> manager.register(Email.of("bors@camelot.bt"), "\uD83D\uDC51".repeat(7), knight -> {}));
        }

        @Test
        void hasOneWinnerAmongConcurrentCallers() throws Exception {
            List<String> outcomes =
                    allAtOnce(8, outcomeOf(() -> manager.register(galahad, NEW_PASSWORD, knight -> {})));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes)
                    .filteredOn("REGISTER_USER_ALREADY_EXISTS"::equals)
                    .hasSize(7);
            assertThat(events.of(Registered.class)).hasSize(1);
        }

        @Test
        void tellsBeforeAndAfter() {
            Knight made = manager.register(galahad, NEW_PASSWORD, knight -> {});
            assertThat(events.all()).containsExactly(new Registering(made), new Registered(made));
        }

        @Test
        void isUndoneByAVeto() {
            IllegalStateException closed = new IllegalStateException("the gates are closed");
            events.veto(Registering.class, closed);
            assertThatThrownBy(() -> manager.register(galahad, NEW_PASSWORD, knight -> {}))
                    .isSameAs(closed);
            assertThat(users.findByEmail(galahad)).isEmpty();
            assertThat(events.of(Registered.class)).isEmpty();
        }

        @Test
        void standsWhenAnObserverOfTheFactFails() {
            events.veto(Registered.class, new IllegalStateException("the herald is ill"));
            manager.register(galahad, NEW_PASSWORD, knight -> {});
            assertThat(users.findByEmail(galahad)).isPresent();
        }

        @Test
        void leavesNothingWhenTheCallersTransactionFails() {
            assertThatThrownBy(() -> transactions.inTransaction(() -> {
                        manager.register(galahad, NEW_PASSWORD, knight -> {});
                        throw new IllegalStateException("the castle burns");
                    }))
                    .hasMessage("the castle burns");
            assertThat(users.findByEmail(galahad)).isEmpty();
            assertThat(events.of(Registered.class)).isEmpty();
        }
    }

    @Nested
    class Authenticate {

        @Test
        void findsTheUserByAnySpellingOfHerAddress() {
            assertThat(manager.authenticate(" King.Arthur@CAMELOT.bt ", "guinevere"))
                    .map(Knight::id)
                    .contains(stored(Camelot.ARTHUR).id());
        }

        @Test
        void isEmptyForAWrongPasswordAnUnknownUserAndAnInactiveOne() {
            assertThat(manager.authenticate("king.arthur@camelot.bt", "lancelot"))
                    .isEmpty();
            assertThat(manager.authenticate("mordred@camelot.bt", "guinevere")).isEmpty();
            assertThat(manager.authenticate("no address at all", "guinevere")).isEmpty();
            assertThat(manager.authenticate("percival@camelot.bt", "angharad")).isEmpty();
        }

        @Test
        void replacesAHashOfAnOutdatedForm() {
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.hashedPassword(new BcryptHasher(4).hash("guinevere"));
            users.update(arthur);
            assertThat(manager.authenticate("king.arthur@camelot.bt", "guinevere"))
                    .isPresent();
            Knight upgraded = stored(Camelot.ARTHUR);
            assertThat(upgraded.hashedPassword()).startsWith("$argon2id$");
            assertThat(upgraded.tokenVersion()).isEqualTo(arthur.tokenVersion());
            assertThat(manager.authenticate("king.arthur@camelot.bt", "guinevere"))
                    .isPresent();
        }

        @Test
        void doesNotUndoAResetThatCameBetweenWhenItReplacesAHash() {
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.hashedPassword(new BcryptHasher(4).hash("guinevere"));
            users.update(arthur);
            String token = resetToken(Camelot.ARTHUR);
            UserManager<Knight, UUID> slow = new UserManager<>(users, services) {
                @Override
                protected Optional<Knight> findByLogin(String login) {
                    Optional<Knight> read = super.findByLogin(login);
                    manager.resetPassword(token, NEW_PASSWORD);
                    return read;
                }
            };
            slow.authenticate("king.arthur@camelot.bt", "guinevere");
            assertThat(manager.authenticate("king.arthur@camelot.bt", "guinevere"))
                    .isEmpty();
            assertThat(manager.authenticate("king.arthur@camelot.bt", NEW_PASSWORD))
                    .isPresent();
        }

        @Test
        void doesNotFailOnAStoredHashThatIsNone() {
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.hashedPassword("!");
            users.update(arthur);
            assertThat(manager.authenticate("king.arthur@camelot.bt", "guinevere"))
                    .isEmpty();
        }
    }

    @Nested
    class Login {

        @Test
        void tellsWhoCameIn() {
            Knight arthur = manager.login("king.arthur@camelot.bt", "guinevere");
            assertThat(events.all()).containsExactly(new LoggedIn(arthur));
        }

        @Test
        void refusesBadCredentials() {
            assertRefused(ErrorCode.LOGIN_BAD_CREDENTIALS, () -> manager.login("king.arthur@camelot.bt", "lancelot"));
            assertThat(events.all()).isEmpty();
        }

        @Test
        void asksForAVerifiedAddressOnlyAfterTheRightPassword() {
            UserManager<Knight, UUID> strict = with(Map.of("usher.require-verification", "true"));
            assertRefused(ErrorCode.LOGIN_USER_NOT_VERIFIED, () -> strict.login("king.arthur@camelot.bt", "guinevere"));
            assertRefused(ErrorCode.LOGIN_BAD_CREDENTIALS, () -> strict.login("king.arthur@camelot.bt", "lancelot"));
            assertThat(strict.login("lake.lady@camelot.bt", "excalibur").verified())
                    .isTrue();
        }

        @Test
        void isRefusedWhileTooManyHashesWait() {
            PasswordSettings none = new PasswordSettings(8, List.of("argon2id"), 1, 0, Duration.ofSeconds(1));
            Passwords busy = Passwords.of(none, config.secret());
            UserServices crowded = new UserServices(config, busy, transactions, events, clock);
            UserManager<Knight, UUID> crowdedManager = new UserManager<>(users, crowded);
            assertThatNoOutcomeButDoneAndUnavailable(crowdedManager);
        }

        private void assertThatNoOutcomeButDoneAndUnavailable(UserManager<Knight, UUID> crowded) {
            try {
                List<String> outcomes =
                        allAtOnce(8, outcomeOf(() -> crowded.login("king.arthur@camelot.bt", "guinevere")));
                assertThat(outcomes).containsOnly("done", "SERVICE_UNAVAILABLE");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private UserManager<Knight, UUID> with(Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(SETTINGS);
        settings.putAll(more);
        UsherConfig changed = UsherConfig.from(settings);
        return new UserManager<>(users, new UserServices(changed, passwords, transactions, events, clock));
    }

    @Nested
    class RequestVerify {

        @Test
        void tellsNothingButForAnActiveUnverifiedUser() {
            manager.requestVerify(Email.of("mordred@camelot.bt"));
            manager.requestVerify(Camelot.PERCIVAL.email());
            manager.requestVerify(Camelot.LADY_OF_THE_LAKE.email());
            assertThat(events.all()).isEmpty();
            manager.requestVerify(Camelot.ARTHUR.email());
            assertThat(events.asynchronous()).hasSize(1).allMatch(VerificationRequested.class::isInstance);
        }

        @Test
        void keepsTheTokenOutOfToString() {
            String token = verifyToken(Camelot.ARTHUR);
            assertThat(events.all().toString()).doesNotContain(token).contains("redacted");
        }
    }

    @Nested
    class Verify {

        @Test
        void verifiesOnce() {
            String token = verifyToken(Camelot.ARTHUR);
            assertThat(manager.verify(token).verified()).isTrue();
            assertThat(stored(Camelot.ARTHUR).verified()).isTrue();
            assertThat(events.of(Verified.class)).hasSize(1);
            assertRefused(ErrorCode.VERIFY_USER_ALREADY_VERIFIED, () -> manager.verify(token));
        }

        @Test
        void hasOneWinnerAmongConcurrentCallers() throws Exception {
            String token = verifyToken(Camelot.ARTHUR);
            List<String> outcomes = allAtOnce(8, outcomeOf(() -> manager.verify(token)));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes)
                    .filteredOn("VERIFY_USER_ALREADY_VERIFIED"::equals)
                    .hasSize(7);
        }

        @Test
        void isOpenToAnInactiveUser() {
            String token = verifyToken(Camelot.ARTHUR);
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.active(false);
            users.update(arthur);
            assertThat(manager.verify(token).verified()).isTrue();
        }

        @Test
        void refusesATokenOfAnEarlierAddressOrVersion() {
            String token = verifyToken(Camelot.ARTHUR);
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.email(Email.of("arthur@avalon.bt"));
            users.update(arthur);
            assertRefused(ErrorCode.VERIFY_USER_BAD_TOKEN, () -> manager.verify(token));
            arthur.email(Camelot.ARTHUR.email());
            arthur.tokenVersion(arthur.tokenVersion() + 1);
            users.update(arthur);
            assertRefused(ErrorCode.VERIFY_USER_BAD_TOKEN, () -> manager.verify(token));
        }

        @Test
        void refusesAnExpiredTokenAResetTokenAndGarbage() {
            assertRefused(ErrorCode.VERIFY_USER_BAD_TOKEN, () -> manager.verify(resetToken(Camelot.ARTHUR)));
            assertRefused(ErrorCode.VERIFY_USER_BAD_TOKEN, () -> manager.verify("garbage"));
            String token = verifyToken(Camelot.ARTHUR);
            clock.advance(Duration.ofHours(1));
            assertRefused(ErrorCode.VERIFY_USER_BAD_TOKEN, () -> manager.verify(token));
        }
    }

    /** Whoever is asked for: what differs is left to another thread. */
    @Test
    void mailIsAskedForInTheSameStepsWhetherOrNotThereIsSomebody() {
        AtomicInteger handedOver = new AtomicInteger();
        UserEvents counting = new UserEvents() {
            @Override
            public void fire(UserEvent event) {}

            @Override
            public void fireAsync(Supplier<Optional<? extends UserEvent>> event) {
                handedOver.incrementAndGet();
            }
        };
        UserManager<Knight, UUID> quiet =
                new UserManager<>(users, new UserServices(config, passwords, transactions, counting, clock));
        for (Email email : List.of(
                Camelot.ARTHUR.email(),
                Camelot.PERCIVAL.email(),
                Camelot.MERLIN.email(),
                Email.of("nobody@camelot.bt"))) {
            quiet.forgotPassword(email);
            quiet.requestVerify(email);
            assertThat(handedOver.getAndSet(0)).as(email.value()).isEqualTo(2);
        }
    }

    @Nested
    class ForgotPassword {

        @Test
        void tellsNothingButForAnActiveUser() {
            manager.forgotPassword(Email.of("mordred@camelot.bt"));
            manager.forgotPassword(Camelot.PERCIVAL.email());
            assertThat(events.all()).isEmpty();
            manager.forgotPassword(Camelot.ARTHUR.email());
            assertThat(events.asynchronous()).hasSize(1).allMatch(PasswordForgotten.class::isInstance);
        }

        @Test
        void waitsForTheCallersTransaction() {
            transactions.inTransaction(() -> {
                manager.forgotPassword(Camelot.ARTHUR.email());
                assertThat(events.all()).isEmpty();
                return "";
            });
            assertThat(events.asynchronous()).hasSize(1);
        }
    }

    @Nested
    class ResetPassword {

        @Test
        void changesThePassword() {
            Knight reset = manager.resetPassword(resetToken(Camelot.ARTHUR), NEW_PASSWORD);
            assertThat(manager.authenticate("king.arthur@camelot.bt", NEW_PASSWORD))
                    .isPresent();
            assertThat(manager.authenticate("king.arthur@camelot.bt", "guinevere"))
                    .isEmpty();
            assertThat(events.of(PasswordReset.class)).containsExactly(new PasswordReset(reset));
        }

        @Test
        void takesATokenOnce() {
            String token = resetToken(Camelot.ARTHUR);
            manager.resetPassword(token, NEW_PASSWORD);
            assertRefused(ErrorCode.RESET_PASSWORD_BAD_TOKEN, () -> manager.resetPassword(token, "another password"));
        }

        @Test
        void hasOneWinnerAmongConcurrentCallers() throws Exception {
            String token = resetToken(Camelot.ARTHUR);
            List<String> outcomes = allAtOnce(8, outcomeOf(() -> manager.resetPassword(token, NEW_PASSWORD)));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("RESET_PASSWORD_BAD_TOKEN"::equals).hasSize(7);
        }

        @Test
        void triesAgainWhenAnotherChangeCameBetween() {
            String token = resetToken(Camelot.ARTHUR);
            UserManager<Knight, UUID> interrupted = new UserManager<>(users, services) {
                @Override
                protected Optional<String> validatePassword(String password, Knight user) {
                    Knight meanwhile = stored(Camelot.ARTHUR);
                    meanwhile.shield = "three crowns";
                    users.update(meanwhile);
                    return super.validatePassword(password, user);
                }
            };
            interrupted.resetPassword(token, NEW_PASSWORD);
            assertThat(stored(Camelot.ARTHUR).shield).isEqualTo("three crowns");
            assertThat(manager.authenticate("king.arthur@camelot.bt", NEW_PASSWORD))
                    .isPresent();
        }

        @Test
        void keepsTheTokenUsableWhenThePolicyRefuses() {
            String token = resetToken(Camelot.ARTHUR);
            assertRefused(ErrorCode.RESET_PASSWORD_INVALID_PASSWORD, () -> manager.resetPassword(token, "short"));
            manager.resetPassword(token, NEW_PASSWORD);
        }

        @Test
        void judgesTheTokenBeforeThePassword() {
            assertRefused(ErrorCode.RESET_PASSWORD_BAD_TOKEN, () -> manager.resetPassword("garbage", "short"));
        }

        @Test
        void refusesATokenOnceTheUserIsGoneInactiveOrHasAnotherAddress() {
            String token = resetToken(Camelot.ARTHUR);
            Knight arthur = stored(Camelot.ARTHUR);
            arthur.active(false);
            users.update(arthur);
            assertRefused(ErrorCode.RESET_PASSWORD_BAD_TOKEN, () -> manager.resetPassword(token, NEW_PASSWORD));
            arthur.active(true);
            arthur.email(Email.of("arthur@avalon.bt"));
            users.update(arthur);
            assertRefused(ErrorCode.RESET_PASSWORD_BAD_TOKEN, () -> manager.resetPassword(token, NEW_PASSWORD));
            users.delete(arthur.id());
            assertRefused(ErrorCode.RESET_PASSWORD_BAD_TOKEN, () -> manager.resetPassword(token, NEW_PASSWORD));
        }

        @Test
        void refusesAVerifyTokenAndAnExpiredOne() {
            assertRefused(
                    ErrorCode.RESET_PASSWORD_BAD_TOKEN,
                    () -> manager.resetPassword(verifyToken(Camelot.ARTHUR), NEW_PASSWORD));
            String token = resetToken(Camelot.ARTHUR);
            clock.advance(Duration.ofHours(1));
            assertRefused(ErrorCode.RESET_PASSWORD_BAD_TOKEN, () -> manager.resetPassword(token, NEW_PASSWORD));
        }
    }

    @Nested
    class Policy {

        @Test
        void refusesWhatThePasswordFormatCannotTakeWhateverTheApplicationSays() {
            PasswordSettings bcrypt = new PasswordSettings(8, List.of("bcrypt"), 2, 8, Duration.ofSeconds(5));
            Passwords short72 = Passwords.of(bcrypt, config.secret());
            UserManager<Knight, UUID> lax =
                    new UserManager<>(users, new UserServices(config, short72, transactions, events, clock)) {
                        @Override
                        protected Optional<String> validatePassword(String password, Knight user) {
                            return Optional.empty();
                        }
                    };
            assertRefused(
                    ErrorCode.REGISTER_INVALID_PASSWORD,
                    () -> lax.register(Email.of("bors@camelot.bt"), "x".repeat(73), knight -> {}));
        }

        @Test
        void speaksEnglishAndSaysWhatOtherLanguagesNeed() {
            assertThatThrownBy(() -> manager.register(Email.of("bors@camelot.bt"), "short", knight -> {}))
                    .isInstanceOfSatisfying(UsersException.class, refusal -> {
                        String text = "Password should be at least 8 characters";
                        assertThat(refusal.reason()).contains(text);
                        assertThat(refusal.translatableReason()).contains(new Reason(text, "password.short", 8));
                    });
        }

        @Test
        void leavesTheWordsOfAnOverrideAsTheyAre() {
            UserManager<Knight, UUID> polite = new UserManager<>(users, services) {
                @Override
                protected Optional<String> validatePassword(String password, Knight user) {
                    return super.validatePassword(password, user).map(reason -> reason + ", please");
                }
            };
            assertThatThrownBy(() -> polite.register(Email.of("bors@camelot.bt"), "short", knight -> {}))
                    .isInstanceOfSatisfying(UsersException.class, refusal -> assertThat(refusal.translatableReason())
                            .contains(new Reason("Password should be at least 8 characters, please")));
        }

        @Test
        void seesTheUserItJudgesFor() {
            UserManager<Knight, UUID> careful = new UserManager<>(users, services) {
                @Override
                protected Optional<String> validatePassword(String password, Knight user) {
                    return password.contains(user.shield) ? Optional.of("not your shield") : Optional.empty();
                }
            };
            assertRefused(
                    ErrorCode.REGISTER_INVALID_PASSWORD,
                    () -> careful.register(
                            Email.of("bors@camelot.bt"), "three crowns", knight -> knight.shield = "crowns"));
        }
    }

    @Nested
    class Get {

        @Test
        void throwsWhereFindIsEmpty() {
            UUID nobody = UUID.randomUUID();
            assertThat(manager.find(nobody)).isEmpty();
            assertThatThrownBy(() -> manager.get(nobody)).isInstanceOf(NoSuchElementException.class);
            assertThat(manager.get(stored(Camelot.ARTHUR).id()).email()).isEqualTo(Camelot.ARTHUR.email());
        }
    }
}

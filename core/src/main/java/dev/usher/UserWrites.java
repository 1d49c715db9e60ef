package dev.usher;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes users: each change is one short transaction, decided by the database, and its event is told after commit. */
final class UserWrites<U extends User<ID>, ID> {

    private static final int MAX_ATTEMPTS = 10;

    private final UserDatabase<U, ID> users;
    private final UserServices services;

    UserWrites(UserDatabase<U, ID> users, UserServices services) {
        this.users = users;
        this.services = services;
    }

    U insert(U user) {
        user.createdAt(now());
        user.updatedAt(user.createdAt());
        return services.transactions().inTransaction(() -> {
            services.events().fire(new UserEvent.Registering(user));
            if (!users.insert(user)) {
                throw new UsersException(ErrorCode.REGISTER_USER_ALREADY_EXISTS);
            }
            afterCommit(new UserEvent.Registered(user));
            return user;
        });
    }

    /**
     * Reads, changes and writes by compare-and-set until nobody came between; each attempt reads and judges anew.
     *
     * @param read the user to change, or a refusal; empty if there is none
     * @param change changes the user and tells what happened, or refuses; empty if there is nothing to write
     */
    Optional<U> change(Supplier<Optional<U>> read, Function<U, Optional<UserEvent>> change) {
        return change(read, change, () -> {});
    }

    /**
     * The same on somebody's behalf.
     *
     * @param judge refuses in the transaction that writes
     */
    Optional<U> change(Supplier<Optional<U>> read, Function<U, Optional<UserEvent>> change, Runnable judge) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<U> found = read.get();
            if (found.isEmpty()) {
                return found;
            }
            U user = found.get();
            boolean wasActiveSuperuser = isActiveSuperuser(user);
            Optional<UserEvent> event = change.apply(user);
            Runnable guard = wasActiveSuperuser && !isActiveSuperuser(user)
                    ? () -> requireAnotherSuperuser(user.id())
                    : () -> {};
            if (event.isEmpty() || store(user, event.get(), List.of(judge, guard))) {
                return found;
            }
        }
        throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE);
    }

    private boolean store(U user, UserEvent event, List<Runnable> guards) {
        user.updatedAt(now());
        return services.transactions().inTransaction(() -> {
            guards.forEach(Runnable::run);
            return switch (users.update(user)) {
                case UPDATED -> {
                    afterCommit(event);
                    yield true;
                }
                case STALE -> false;
                case EMAIL_TAKEN -> throw new UsersException(ErrorCode.UPDATE_USER_EMAIL_ALREADY_EXISTS);
            };
        });
    }

    /**
     * Deletes.
     *
     * @param judge may refuse, being given the user as she is now
     */
    boolean delete(ID id, Consumer<? super U> judge) {
        return services.transactions().inTransaction(() -> {
            Set<ID> superusers = users.lockActiveSuperusers();
            Optional<U> user = users.findById(id);
            user.ifPresent(judge);
            requireAnother(superusers, id);
            user.ifPresent(each -> services.events().fire(new UserEvent.Deleting(each)));
            boolean deleted = users.delete(id);
            if (deleted) {
                user.ifPresent(each -> afterCommit(new UserEvent.Deleted(each)));
            }
            return deleted;
        });
    }

    /** Judges a superuser as she is, with all of them locked until the caller's transaction ends. */
    void judge(Actor<U, ID> actor) {
        users.lockActiveSuperusers();
        actor.judge().accept(users.findById(actor.id()).orElse(null));
    }

    /** Fails if this user is the last active superuser; the others stay what they are until the transaction ends. */
    private void requireAnotherSuperuser(ID id) {
        requireAnother(users.lockActiveSuperusers(), id);
    }

    private void requireAnother(Set<ID> superusers, ID id) {
        if (superusers.equals(Set.of(id))) {
            throw new UsersException(ErrorCode.UPDATE_USER_LAST_SUPERUSER);
        }
    }

    private static boolean isActiveSuperuser(User<?> user) {
        return user.superuser() && user.active();
    }

    void afterCommit(UserEvent event) {
        services.transactions().afterCommit(() -> services.events().fire(event));
    }

    void afterCommitAsync(Supplier<Optional<? extends UserEvent>> event) {
        services.transactions().afterCommit(() -> services.events().fireAsync(event));
    }

    private Instant now() {
        return services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

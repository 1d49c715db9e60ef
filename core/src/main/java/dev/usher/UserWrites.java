package dev.usher;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        user.createdAt(services.now());
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
        return change(null, read, change, any -> {});
    }

    /**
     * The same, and something more.
     *
     * @param also is done in the transaction that writes
     */
    Optional<U> change(Supplier<Optional<U>> read, Function<U, Optional<UserEvent>> change, Consumer<? super U> also) {
        return change(null, read, change, also);
    }

    /**
     * The same on a superuser's behalf.
     *
     * @param actor judged in the transaction that writes; null if there is none
     */
    Optional<U> change(
            @Nullable Actor<U, ID> actor, Supplier<Optional<U>> read, Function<U, Optional<UserEvent>> change) {
        return change(actor, read, change, any -> {});
    }

    private Optional<U> change(
            @Nullable Actor<U, ID> actor,
            Supplier<Optional<U>> read,
            Function<U, Optional<UserEvent>> change,
            Consumer<? super U> also) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<U> found = read.get();
            if (found.isEmpty()) {
                return found;
            }
            U user = found.get();
            boolean wasActiveSuperuser = isActiveSuperuser(user);
            Optional<UserEvent> event = change.apply(user);
            boolean leaves = wasActiveSuperuser && !isActiveSuperuser(user);
            Runnable judge = actor == null && !leaves ? () -> {} : () -> judge(actor, user, leaves);
            if (event.isEmpty() || store(user, event.get(), judge, also)) {
                return found;
            }
        }
        throw new UsersException(ErrorCode.SERVICE_UNAVAILABLE);
    }

    private boolean store(U user, UserEvent event, Runnable judge, Consumer<? super U> also) {
        user.updatedAt(services.now());
        return services.transactions().inTransaction(() -> {
            judge.run();
            return switch (users.update(user)) {
                case UPDATED -> {
                    also.accept(user);
                    afterCommit(event);
                    yield true;
                }
                case STALE -> false;
                case EMAIL_TAKEN -> throw new UsersException(ErrorCode.UPDATE_USER_EMAIL_ALREADY_EXISTS);
            };
        });
    }

    /** @param leavesSuperusers whether the user will be none of them any more */
    private void judge(@Nullable Actor<U, ID> actor, U user, boolean leavesSuperusers) {
        Set<ID> superusers = users.lockActiveSuperusers(user.id());
        judge(actor);
        if (leavesSuperusers) {
            requireAnother(superusers, user.id());
        }
    }

    /**
     * Deletes.
     *
     * @param actor on whose behalf; null if there is none
     * @param judge may refuse, being given the user as she is now
     */
    boolean delete(@Nullable Actor<U, ID> actor, ID id, Consumer<? super U> judge) {
        return services.transactions().inTransaction(() -> {
            Set<ID> superusers = users.lockActiveSuperusers(id);
            Optional<U> user = users.findById(id);
            if (user.isPresent()) {
                judge(actor);
                judge.accept(user.get());
            }
            requireAnother(superusers, id);
            user.ifPresent(each -> services.events().fire(new UserEvent.Deleting(each)));
            boolean deleted = users.delete(id);
            if (deleted) {
                user.ifPresent(each -> afterCommit(new UserEvent.Deleted(each)));
            }
            return deleted;
        });
    }

    /** Judges a superuser as she is, all of them being locked. */
    private void judge(@Nullable Actor<U, ID> actor) {
        if (actor != null) {
            actor.judge().accept(users.findById(actor.id()).orElse(null));
        }
    }

    /** Refuses to leave nobody. */
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
}

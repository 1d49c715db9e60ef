package dev.usher.testkit;

import dev.usher.BaseUser;
import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.User;
import dev.usher.UserDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Users in memory, for the tests of an application. It keeps every promise of {@link UserDatabase}: transactions roll
 * back, an address has one winner, and users are copied in and out, so that an object changed without
 * {@link #update} is not stored by accident. Thread-safe.
 *
 * @param <U> the application's user type
 * @param <ID> the type of its id
 */
public final class InMemoryUserDatabase<U extends BaseUser<ID>, ID> implements UserDatabase<U, ID> {

    private final InMemoryTransactions transactions;
    private final Supplier<U> newUser;
    private final Ids<ID> ids;
    private final BiConsumer<U, U> copyOwnFields;
    private final InMemoryTable<ID, U> rows;
    private final InMemoryIndex<Email, U, ID> emails;
    private final List<InMemoryIndex<?, U, ID>> indexes = new CopyOnWriteArrayList<>();
    private final List<Consumer<ID>> cascades = new CopyOnWriteArrayList<>();

    /**
     * Makes an empty database.
     *
     * @param transactions what its writes take part in
     * @param newUser makes an empty user, e.g. {@code Member::new}
     * @param ids makes and reads ids, e.g. {@link Ids#randomUuids()}
     * @param copyOwnFields copies the fields that the application added from the first user to the second; throws
     *     {@link IllegalArgumentException} for a value that the database is to refuse
     */
    public InMemoryUserDatabase(
            InMemoryTransactions transactions, Supplier<U> newUser, Ids<ID> ids, BiConsumer<U, U> copyOwnFields) {
        this.transactions = transactions;
        this.newUser = newUser;
        this.ids = ids;
        this.copyOwnFields = copyOwnFields;
        this.rows = new InMemoryTable<>(transactions);
        this.emails = new InMemoryIndex<>(transactions, U::email);
        indexes.add(emails);
    }

    /**
     * Puts a unique constraint on another column. To be called before anything is stored.
     *
     * @param column reads the value from a user; never null
     * @return this database
     */
    public InMemoryUserDatabase<U, ID> unique(Function<U, ?> column) {
        indexes.add(new InMemoryIndex<>(transactions, column));
        return this;
    }

    @Override
    public U newUser() {
        return newUser.get();
    }

    @Override
    public Optional<ID> parseId(String text) {
        return ids.parse().apply(text);
    }

    @Override
    public Optional<U> findById(ID id) {
        return rows.find(id).map(this::copy);
    }

    @Override
    public Optional<U> findByEmail(Email email) {
        return emails.find(email)
                .flatMap(rows::find)
                .filter(user -> user.email().equals(email))
                .map(this::copy);
    }

    @Override
    public boolean insert(U user) {
        return transactions.inTransaction(() -> {
            ID id = user.hasId() ? user.id() : ids.next().get();
            if (indexes.stream().anyMatch(index -> index.isTaken(user))
                    || rows.findForUpdate(id).isPresent()) {
                return false;
            }
            user.id(id);
            user.rowVersion(0);
            indexes.forEach(index -> index.add(user));
            rows.put(id, copy(user));
            return true;
        });
    }

    @Override
    public UpdateOutcome update(U user) {
        return transactions.inTransaction(() -> rows.findForUpdate(user.id())
                .filter(stored -> stored.rowVersion() == user.rowVersion())
                .map(stored -> replace(stored, user))
                .orElse(UpdateOutcome.STALE));
    }

    private UpdateOutcome replace(U stored, U user) {
        if (indexes.stream().anyMatch(index -> index.differs(stored, user) && index.isTaken(user))) {
            return UpdateOutcome.EMAIL_TAKEN;
        }
        indexes.forEach(index -> index.remove(stored));
        indexes.forEach(index -> index.add(user));
        user.rowVersion(user.rowVersion() + 1);
        rows.put(user.id(), copy(user));
        return UpdateOutcome.UPDATED;
    }

    @Override
    public boolean delete(ID id) {
        return transactions.inTransaction(() -> {
            Optional<U> stored = rows.findForUpdate(id);
            stored.ifPresent(user -> {
                cascades.forEach(cascade -> cascade.accept(id));
                indexes.forEach(index -> index.remove(user));
                rows.remove(id);
            });
            return stored.isPresent();
        });
    }

    @Override
    public Set<ID> lockActiveSuperusers(ID target) {
        return transactions.inTransaction(() -> rows.values().stream()
                .filter(user -> isActiveSuperuser(user) || user.id().equals(target))
                .map(User::id)
                .sorted(Comparator.comparing(String::valueOf))
                .flatMap(id -> rows.findForUpdate(id).stream())
                .filter(InMemoryUserDatabase::isActiveSuperuser)
                .map(User::id)
                .collect(Collectors.toSet()));
    }

    private static boolean isActiveSuperuser(User<?> user) {
        return user.active() && user.superuser();
    }

    /** Has this done with the id of each user who is deleted, in the deleting transaction, which holds her row. */
    void onDelete(Consumer<ID> cascade) {
        cascades.add(cascade);
    }

    /** Whether there is such a user; she stays until the caller's transaction ends, as a foreign key demands. */
    boolean holds(ID id) {
        return rows.findForUpdate(id).isPresent();
    }

    /** Every user, in no order. */
    List<U> findAll() {
        return rows.values().stream().map(this::copy).toList();
    }

    private U copy(U user) {
        U copy = newUser.get();
        copy.id(user.id());
        copy.email(user.email());
        copy.hashedPassword(user.hashedPassword());
        copy.active(user.active());
        copy.superuser(user.superuser());
        copy.verified(user.verified());
        copy.tokenVersion(user.tokenVersion());
        copy.rowVersion(user.rowVersion());
        copy.createdAt(user.createdAt());
        copy.updatedAt(user.updatedAt());
        copyOwnFields.accept(user, copy);
        return copy;
    }
}

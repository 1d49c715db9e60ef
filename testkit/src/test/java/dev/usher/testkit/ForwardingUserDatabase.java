package dev.usher.testkit;

import dev.usher.Email;
import dev.usher.UpdateOutcome;
import dev.usher.UserDatabase;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A good database to break in one place. */
public class ForwardingUserDatabase implements UserDatabase<Knight, UUID> {

    final UserDatabase<Knight, UUID> good;

    public ForwardingUserDatabase(UserDatabase<Knight, UUID> good) {
        this.good = good;
    }

    @Override
    public Knight newUser() {
        return good.newUser();
    }

    @Override
    public Optional<UUID> parseId(String text) {
        return good.parseId(text);
    }

    @Override
    public Optional<Knight> findById(UUID id) {
        return good.findById(id);
    }

    @Override
    public Optional<Knight> findByEmail(Email email) {
        return good.findByEmail(email);
    }

    @Override
    public boolean insert(Knight user) {
        return good.insert(user);
    }

    @Override
    public UpdateOutcome update(Knight user) {
        return good.update(user);
    }

    @Override
    public boolean delete(UUID id) {
        return good.delete(id);
    }

    @Override
    public Set<UUID> lockActiveSuperusers(UUID target) {
        return good.lockActiveSuperusers(target);
    }
}

package dev.usher.testkit;

import dev.usher.password.PasswordHasher;

/** The toy hasher as its own subject; a fault overrides a step. */
abstract class BrokenHasher extends ToyHasher implements PasswordHasherContract {

    BrokenHasher() {
        super(2);
    }

    @Override
    public PasswordHasher hasher() {
        return this;
    }

    @Override
    public PasswordHasher hasherWithOtherParameters() {
        return new ToyHasher(3);
    }
}

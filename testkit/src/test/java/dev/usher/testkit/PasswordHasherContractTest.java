package dev.usher.testkit;

import dev.usher.password.PasswordHasher;
import org.junit.jupiter.api.Nested;

class PasswordHasherContractTest {

    @Nested
    class Toy implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            return new ToyHasher(2);
        }

        @Override
        public PasswordHasher hasherWithOtherParameters() {
            return new ToyHasher(3);
        }
    }
}

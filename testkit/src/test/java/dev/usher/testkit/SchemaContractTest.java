package dev.usher.testkit;

import org.junit.jupiter.api.Nested;

class SchemaContractTest {

    @Nested
    class OnSqlite extends ToySchema implements SchemaContract {}
}

package dev.usher.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.User;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every look-up is an index search, by the plan that PostgreSQL or SQLite makes of the statements that the adapters send,
 * with 200,000 users, or as many as the system property {@code usher.test.users} says. If it says so the look-ups are
 * measured, too, and a table of them is written to {@code target/look-ups-….md}.
 *
 * @param <U> a user type with UUIDs
 */
public interface LookUpContract<U extends User<UUID>> extends SqlSubject<U, UUID> {

    /** How many users there are. */
    default int numberOfUsers() {
        return LookUpTable.users();
    }

    /** Stores the users. Tables of that many are for one test class only. */
    @BeforeAll
    default void fillTables() {
        new Census(numberOfUsers()).fill(observer());
    }

    @TestFactory
    default Stream<DynamicTest> lookUps_areIndexSearches() {
        List<LookUp> lookUps = new LookUps<>(adapters()).all();
        Stream<DynamicTest> planned =
                lookUps.stream().map(lookUp -> DynamicTest.dynamicTest(lookUp.name(), () -> assertIndexSearch(lookUp)));
        return LookUpTable.isWanted()
                ? Stream.concat(planned, Stream.of(DynamicTest.dynamicTest("measured", () -> new LookUpTable(
                                dataSource(), observer())
                        .write(lookUps))))
                : planned;
    }

    private void assertIndexSearch(LookUp lookUp) {
        QueryPlans plans = QueryPlans.of(observer());
        for (List<String> plan : plans.of(lookUp.statements(dataSource()), observer())) {
            assertThat(plan).as("plan").noneMatch(plans::isScan);
            if (lookUp.kind() != LookUp.Kind.FROM_THE_START) {
                assertThat(plan).as("plan").anyMatch(plans::isSearch);
            }
        }
    }
}

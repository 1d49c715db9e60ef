package dev.usher.testkit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * Shows that a contract finds every planted fault, and that each of its tests was seen to fail.
 *
 * @param contract what is proved
 * @param faults classes that hold test classes marked as {@link Fault}
 */
record Proof(Class<?> contract, List<Class<?>> faults) {

    static Proof that(Class<?> contract, Class<?>... faults) {
        return new Proof(contract, List.of(faults));
    }

    /** One test for each fault. */
    Stream<DynamicTest> everyFaultIsFound() {
        return subjects()
                .map(subject -> DynamicTest.dynamicTest(subject.getSimpleName(), () -> assertThat(failuresOf(subject))
                        .isEqualTo(namesIn(subject))));
    }

    /** Fails if a test of the contract is named by no fault: nobody would know whether it can fail. */
    void everyTestIsSeenToFail() {
        Set<String> named =
                subjects().flatMap(subject -> namesIn(subject).stream()).collect(toCollection(TreeSet::new));
        Set<String> tests = Arrays.stream(contract.getMethods())
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class))
                .map(Method::getName)
                .collect(toCollection(TreeSet::new));
        assertThat(named).isEqualTo(tests);
    }

    private Stream<Class<?>> subjects() {
        return faults.stream()
                .<Class<?>>flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(Fault.class));
    }

    private static Set<String> namesIn(Class<?> subject) {
        return new TreeSet<>(Set.of(subject.getAnnotation(Fault.class).value()));
    }

    private static Set<String> failuresOf(Class<?> fault) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(fault))
                .execute()
                .testEvents();
        assertThat(tests.finished().count()).as("tests that ran").isPositive();
        assertThat(tests.skipped().count() + tests.aborted().count()).isZero();
        return tests.failed().stream()
                .map(Event::getTestDescriptor)
                .map(Proof::methodName)
                .collect(toCollection(TreeSet::new));
    }

    private static String methodName(TestDescriptor test) {
        return test.getSource()
                .map(MethodSource.class::cast)
                .map(MethodSource::getMethodName)
                .orElseThrow();
    }
}

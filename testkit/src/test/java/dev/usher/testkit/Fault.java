package dev.usher.testkit;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a test class whose subject is broken on purpose; the value names the only tests that may fail. */
@Retention(RUNTIME)
@Target(TYPE)
@interface Fault {
    String[] value();
}

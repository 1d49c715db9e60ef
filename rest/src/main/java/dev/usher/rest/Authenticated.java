package dev.usher.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only signed-in, active users reach a Jakarta REST resource class or method.
 *
 * <p>The first failing rule answers: no valid token, or inactive: 401; not verified or no superuser where asked: 403.
 * The annotation is also found on an overridden method and on a superclass; one on a method replaces one on its class.
 *
 * <p>Not on a sub-resource locator (a method with a path and no verb), nor on a class that has one, because runtimes put no
 * filter in front of a locator: such an application does not start or, where a runtime does not show the class by then,
 * answers 500 to every request that comes through it. What a locator leads to is guarded by an annotation of its own, on its
 * methods or its class; the locator itself has run by then, for any caller.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Authenticated {

    /** Whether the user's address must be verified. */
    boolean verified() default false;

    /** Whether the user must be a superuser. */
    boolean superuser() default false;

    /** Whether callers who fail a rule may pass as well, without a user. */
    boolean optional() default false;
}

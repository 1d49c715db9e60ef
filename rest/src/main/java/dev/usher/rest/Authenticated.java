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

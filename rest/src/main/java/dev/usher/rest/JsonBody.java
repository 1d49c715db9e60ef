package dev.usher.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an endpoint of Usher's that takes a JSON object; its syntax is checked before the guards. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface JsonBody {

    /** What the object is read as: these types together, or what the application names for them. */
    Class<?>[] value();
}

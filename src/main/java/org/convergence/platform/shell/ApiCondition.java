package org.convergence.platform.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When a field of an API request has a meaning: a request that gives it at another time is refused, since the value
 * would be lost in silence. {@code false} and an empty text or list count as not given.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiCondition {

    /** A field of the same object that must be given too; empty for none. */
    String with() default "";

    /** The values of that field, one of which it must have; any if there is none. An empty one means that it is missing. */
    String[] is() default {};

    /** A field of the same object that must not be given; empty for none. */
    String without() default "";
}

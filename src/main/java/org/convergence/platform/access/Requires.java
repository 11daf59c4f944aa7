package org.convergence.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission required by a use case or a route, which is refused without it (403), or by a {@link Permitted}
 * contribution, which is skipped without it. On a method it overrides its class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    /** The permission's key. */
    String value();
}

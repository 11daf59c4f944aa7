package org.convergence.platform.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a {@link Command} is typed, on its class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CommandUsage {

    /** The name to type, for instance {@code backup} or {@code keys export}. */
    String name();

    /** Its arguments, for instance {@code FILE}. */
    String arguments();

    /** The message key of its description. */
    String description();
}

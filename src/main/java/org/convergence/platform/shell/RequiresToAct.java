package org.convergence.platform.shell;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission to do the work of a {@link DueWorkSource}, on its class, where it differs from that to see it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RequiresToAct {

    /** A permission of the module. */
    String value();
}

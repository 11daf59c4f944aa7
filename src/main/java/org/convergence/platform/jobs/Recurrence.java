package org.convergence.platform.jobs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and the times of a {@link RecurringWork}, on its class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Recurrence {

    /** Its stable name. */
    String name();

    /** Its times, as second, minute, hour, day of month, month, day of week: {@code 0 30 2 * * *} is half past two. */
    String cron();
}

package org.convergence.platform.jobs;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.util.ClassUtils;

/** Short work that one node does at regular times, as the system. Long work is a {@link Job}, which this may submit. */
public interface RecurringWork {

    /** The {@link #cron} of what an installation does without. */
    String NEVER = "-";

    /** Its stable name. */
    default String name() {
        return declaration().name();
    }

    /** Its times ({@link Recurrence#cron}). */
    default String cron() {
        return declaration().cron();
    }

    private Recurrence declaration() {
        Class<?> type = ClassUtils.getUserClass(this);
        Recurrence declared = type.getAnnotation(Recurrence.class);
        if (declared == null) {
            throw new IllegalStateException(type + " names no times by @Recurrence");
        }
        return declared;
    }

    /** The time zone of {@link #cron()}. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** Does the work. An exception is logged; the work runs again at its next time. */
    void run();

    /** Work declared by its name, its times in UTC, and what it does. */
    static RecurringWork of(String name, String cron, Runnable work) {
        return new DeclaredWork(name, cron, work);
    }

    /** Work whose parts are declared where the bean is. */
    record DeclaredWork(String name, String cron, Runnable work) implements RecurringWork {

        @Override
        public void run() {
            work.run();
        }
    }
}

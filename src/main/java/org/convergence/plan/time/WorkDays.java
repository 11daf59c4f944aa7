package org.convergence.plan.time;

import java.time.LocalDate;
import java.util.Set;

/** The days on which the organisation is closed, for the modules above. */
public interface WorkDays {

    /** The holidays and closing days of a period, both days included; weekends are not among them. */
    Set<LocalDate> findClosed(LocalDate from, LocalDate to);
}

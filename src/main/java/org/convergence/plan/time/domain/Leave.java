package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A person's days of leave. The reason is never asked.
 *
 * @param hours a part of one day; {@code null} for whole days
 */
public record Leave(
        PersonId person,
        LocalDate from,
        LocalDate to,
        @Nullable BigDecimal hours) {

    public Leave {
        if (to.isBefore(from)) {
            throw new Refused("time.refused.period");
        }
        if (hours != null && !from.equals(to)) {
            throw new Refused("time.refused.part-of-days");
        }
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

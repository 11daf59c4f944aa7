package org.convergence.plan.time.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says.
 *
 * @param to its last day, {@code null} where no end is known
 * @param officeShare percentage of the hours that running the office takes
 * @param beside said to run beside another contract of the same person
 * @param approver who alone approves its weeks; {@code null} for whoever may approve weeks, other than oneself
 */
public record ContractFacts(
        PersonId person,
        LocalDate from,
        @Nullable LocalDate to,
        ContractSource source,
        WorkingWeek week,
        int officeShare,
        boolean beside,
        @Nullable PersonId approver) {

    /** What running the office takes, unless someone says otherwise. */
    public static final int USUAL_OFFICE_SHARE = 30;

    public ContractFacts {
        if (to != null && to.isBefore(from)) {
            throw new Refused("time.refused.period");
        }
        if (officeShare < 0 || officeShare > 100) {
            throw new Refused("time.refused.share");
        }
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The same, ending on a day; it never ends later than it does. */
    public ContractFacts until(LocalDate last) {
        return to != null && to.isBefore(last)
                ? this
                : new ContractFacts(person, from, last, source, week, officeShare, beside, approver);
    }
}

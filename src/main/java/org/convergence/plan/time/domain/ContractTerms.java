package org.convergence.plan.time.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The content of a contract.
 *
 * @param to its last day, {@code null} if open-ended
 * @param officeShare percentage of the hours for running the office
 * @param beside whether it may overlap another contract of the same person
 * @param approver the only approver of its weeks; {@code null} for any person with the permission, other than the
 *     worker
 */
public record ContractTerms(
        PersonId person,
        LocalDate from,
        @Nullable LocalDate to,
        ContractSource source,
        WorkingWeek week,
        int officeShare,
        boolean beside,
        @Nullable PersonId approver) {

    /** The default office share, in percent. */
    public static final int USUAL_OFFICE_SHARE = 30;

    public ContractTerms {
        if (to != null && to.isBefore(from)) {
            throw new Refused("time.refused.period");
        }
        if (officeShare < 0 || officeShare > 100) {
            throw new Refused("time.refused.share");
        }
    }

    /** Whether it is in force on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The same, ending on a day, or earlier if it does so already. */
    public ContractTerms endingBy(LocalDate last) {
        return to != null && to.isBefore(last)
                ? this
                : new ContractTerms(person, from, last, source, week, officeShare, beside, approver);
    }
}

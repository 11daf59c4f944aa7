package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * From when a role is vacant. Without an administrator nobody can be invited; without a coordinator nothing can be
 * decided (R-ROLE-2).
 */
final class SuccessionPolicy {

    private SuccessionPolicy() {}

    /** The first day from a date on which none of the grants holds; {@link LocalDate#MAX} if there is none. */
    static LocalDate firstGap(List<RoleGrant> grants, LocalDate from) {
        LocalDate day = from;
        while (true) {
            LocalDate held = day;
            LocalDate last = grants.stream()
                    .filter(grant -> grant.holdsOn(held))
                    .map(RoleGrant::lastDay)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            if (last == null || last.equals(LocalDate.MAX)) {
                return last == null ? day : last;
            }
            day = last.plusDays(1);
        }
    }
}

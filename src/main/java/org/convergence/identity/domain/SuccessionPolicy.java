package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Whether somebody holds a role day after day. Without an administrator nobody can let anyone in; without a coordinator
 * nobody can decide (R-ROLE-2).
 */
final class SuccessionPolicy {

    private SuccessionPolicy() {}

    /** The first day, from one on, on which none of the grants holds; {@link LocalDate#MAX} where there is none. */
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

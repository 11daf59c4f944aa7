package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;
import java.util.Map;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Counts the organisations that signed and their members, and keeps the count when the action ends. */
@Component
record SignOnCounter(UrgentActionRepository repository, SignOnRepository signOns, OrganisationSettings settings) {

    /** The count as kept, else as it is today or was on the last day. */
    SignOnCount count(UrgentAction action) {
        if (action.frozen() != null) {
            return action.frozen();
        }
        LocalDate today = settings.today();
        LocalDate day = action.expiresOn().isBefore(today) ? action.expiresOn() : today;
        return UrgentActionPolicy.count(signOns.findSignatories(action.id(), day), day);
    }

    /** Keeps the count of an action; does nothing if it is kept already. */
    void freeze(UrgentAction action) {
        if (action.frozen() == null) {
            keep(action, count(action));
        }
    }

    /** Takes a signature that was withdrawn after the end out of the count, which stays that of its day. */
    void recount(UrgentAction action) {
        SignOnCount kept = action.frozen();
        if (kept != null) {
            keep(action, UrgentActionPolicy.count(signOns.findSignatories(action.id(), kept.day()), kept.day()));
        }
    }

    private void keep(UrgentAction action, SignOnCount count) {
        repository.set(
                action.id(),
                Map.of(
                        "frozen_day", count.day(),
                        "frozen_organisations", count.organisations(),
                        "frozen_at_least", count.atLeast()));
    }
}

package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.convergence.plan.time.TeamCapacity;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.domain.GrantEstimate;
import org.springframework.stereotype.Component;

/** The hours of an application against the team's capacity left in the month in which it is written. */
@Component
record GrantCapacity(TeamCapacity capacity) {

    private static final int MONTHS = 24;

    /** @param over whether the application needs more hours than are left */
    record CapacityAnswer(String sentence, boolean over) {}

    CapacityAnswer compare(GrantEstimate estimate, Words t) {
        Optional<MonthAhead> month = CurrentActor.get().may(TimePermissions.READ)
                ? capacity.months(MONTHS).stream()
                        .filter(each -> each.month().equals(estimate.writtenIn()))
                        .findFirst()
                : Optional.empty();
        if (month.isEmpty()) {
            return new CapacityAnswer(t.say("grant.worth.capacity.unknown", estimate.writtenIn()), false);
        }
        BigDecimal left = month.get().available().subtract(month.get().promised());
        boolean over = left.compareTo(estimate.asking()) < 0;
        String key = left.signum() <= 0 ? "none" : over ? "short" : "fits";
        return new CapacityAnswer(
                t.say(
                        "grant.worth.capacity." + key,
                        estimate.writtenIn(),
                        t.hours(left.max(BigDecimal.ZERO)),
                        t.hours(estimate.asking())),
                over);
    }
}

package org.convergence.resources.subsidy.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.convergence.plan.time.CapacityFundingSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy;
import org.convergence.resources.subsidy.domain.EmptyWeekPolicy.SubsidisedPeriod;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.springframework.stereotype.Component;

/** The weeks without a subsidised person, for the capacity of the team; without names. */
@Component
record SubsidyEmptyWeeks(SubsidyQueries queries) implements CapacityFundingSource {

    @Override
    public List<UnsubsidisedWeeks> findUnsubsidisedWeeks(LocalDate today, LocalDate until) {
        if (!CurrentActor.get().may(SubsidyPermissions.READ)) {
            return List.of();
        }
        Collection<SubsidisedPeriod> worked = queries.findWorkedPeriods(LocalDate.EPOCH, until);
        return worked.isEmpty()
                ? List.of()
                : EmptyWeekPolicy.findCurrent(worked, today.withDayOfMonth(1), today, until).stream()
                        .map(each -> new UnsubsidisedWeeks(each.from(), each.to()))
                        .toList();
    }
}

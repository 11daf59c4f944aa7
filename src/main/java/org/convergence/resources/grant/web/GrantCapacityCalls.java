package org.convergence.resources.grant.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.plan.time.CapacityFundingSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantCallFilter;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallRow;
import org.convergence.resources.grant.domain.GrantDoor;
import org.springframework.stereotype.Component;

/** The calls to which an application may still be sent, beside the capacity of the team. */
@Component
record GrantCapacityCalls(GrantCallQueries queries, OrganisationSettings settings) implements CapacityFundingSource {

    private static final int MOST_STANDING = 5;

    @Override
    public List<FundingCall> findCalls(LocalDate today, LocalDate until, Words t) {
        if (!CurrentActor.get().may(GrantPermissions.READ)) {
            return List.of();
        }
        return Stream.concat(
                        queries.findDue(today, until).stream(),
                        queries
                                .findFirst(
                                        new GrantCallFilter("", GrantDoor.STANDING, null, null, false), MOST_STANDING)
                                .stream()
                                .filter(row -> row.closesAt() == null))
                .map(row -> call(row, t))
                .toList();
    }

    private FundingCall call(GrantCallRow row, Words t) {
        LocalDate deadline = row.closesAt() == null ? null : settings.dayOf(row.due());
        return new FundingCall(
                row.title(),
                row.funder() + " · "
                        + (deadline == null ? t.say(row.door().key()) : t.by(deadline, settings.today()))
                        + " · " + t.say(row.stage().key()),
                GrantCallPage.url(row.id()),
                deadline);
    }
}

package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.delegation.domain.DelegationQueries;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.springframework.stereotype.Component;

/** The rights of members at an assembly, by their headcount on the day of the notice to each (R-DELEG-1). */
@Component
record MandateRightQueries(VoteLetterRepository written, DelegationQueries rights, OrganisationSettings settings) {

    /** By name. A member without a notice has the right of today, and that of the meeting's day from then on. */
    List<Delegation> findAll(Meeting meeting) {
        LocalDate today = settings.today();
        LocalDate otherwise = today.isBefore(meeting.day()) ? today : meeting.day();
        Map<UUID, LocalDate> days =
                written.findNoticeDays(meeting.typedId(), settings.current().zone());
        return rights.findAll(
                meeting.day(),
                member -> member instanceof OrganisationId organisation
                        ? days.getOrDefault(organisation.value(), otherwise)
                        : otherwise);
    }
}

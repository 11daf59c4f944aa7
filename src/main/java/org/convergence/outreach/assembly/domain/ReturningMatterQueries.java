package org.convergence.outreach.assembly.domain;

import org.springframework.stereotype.Component;

/** Finds the returning matters of an agenda. */
@Component
record ReturningMatterQueries(
        FollowUpQueries followUps, ConsultationRepository consultations, ResolutionQueries resolutions) {

    Agenda.ReturningMatters findFor(Meeting meeting) {
        return new Agenda.ReturningMatters(
                followUps.findOnAgenda(meeting),
                consultations.findStanding(meeting.body(), meeting.plan().begins()),
                resolutions.findDueForReview(meeting));
    }
}

package org.convergence.outreach.assembly.domain;

import org.springframework.stereotype.Component;

/** Finds the returning matters of an agenda. */
@Component
class ReturningMatterQueries {

    private final FollowUpQueries followUps;
    private final ConsultationRepository consultations;
    private final ResolutionQueries resolutions;

    ReturningMatterQueries(
            FollowUpQueries followUps, ConsultationRepository consultations, ResolutionQueries resolutions) {
        this.followUps = followUps;
        this.consultations = consultations;
        this.resolutions = resolutions;
    }

    Agenda.ReturningMatters findFor(Meeting meeting) {
        return new Agenda.ReturningMatters(
                followUps.findOnAgenda(meeting),
                consultations.findStanding(meeting.body(), meeting.plan().begins()),
                resolutions.findDueForReview(meeting));
    }
}

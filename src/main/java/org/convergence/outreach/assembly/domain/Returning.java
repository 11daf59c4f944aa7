package org.convergence.outreach.assembly.domain;

import org.springframework.stereotype.Component;

/** Finds the returning matters of an agenda. */
@Component
class Returning {

    private final FollowUps followUps;
    private final ConsultationStore consultations;
    private final Resolutions resolutions;

    Returning(FollowUps followUps, ConsultationStore consultations, Resolutions resolutions) {
        this.followUps = followUps;
        this.consultations = consultations;
        this.resolutions = resolutions;
    }

    Agenda.Returns to(Meeting meeting) {
        return new Agenda.Returns(
                followUps.onAgenda(meeting),
                consultations.findStanding(meeting.body(), meeting.plan().begins()),
                resolutions.toReview(meeting));
    }
}

package org.convergence.example;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.MinutesAdoptionService;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** Resolutions and follow-ups of the example's bodies. */
@Component
class ExampleDecisions {

    private final ResolutionService resolutions;
    private final FollowUpService followUps;
    private final MinutesAdoptionService adoption;
    private final AuditedOperations operations;

    ExampleDecisions(
            ResolutionService resolutions,
            FollowUpService followUps,
            MinutesAdoptionService adoption,
            AuditedOperations operations) {
        this.adoption = adoption;
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.operations = operations;
    }

    void resolve(Actor who, UUID item, ResolutionFacts facts) {
        operations.callAs(who, "assembly.record-resolution", () -> resolutions.record(item, facts));
    }

    void requestFollowUp(Actor who, UUID item, FollowUpFacts facts) {
        operations.callAs(who, "assembly.add-follow-up", () -> followUps.create(item, null, facts));
    }

    /** A later meeting adopts the minutes of an earlier one by a resolution; they are signed that day. */
    void adopt(Actor who, MeetingId first, MeetingId second, LocalDate day, ResolutionFacts facts, String signatures) {
        operations.callAs(who, "assembly.adopt-minutes", () -> adoption.adoptByResolution(first, second, facts));
        operations.runAs(who, "assembly.sign-minutes", () -> adoption.sign(first, day, signatures));
    }
}

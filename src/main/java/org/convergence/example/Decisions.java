package org.convergence.example;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpKeeping;
import org.convergence.outreach.assembly.domain.MinutesAdoption;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionKeeping;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.stereotype.Component;

/** Resolutions and follow-ups of the example's bodies. */
@Component
class Decisions {

    private final ResolutionKeeping resolutions;
    private final FollowUpKeeping followUps;
    private final MinutesAdoption adoption;
    private final Gestures gestures;

    Decisions(ResolutionKeeping resolutions, FollowUpKeeping followUps, MinutesAdoption adoption, Gestures gestures) {
        this.adoption = adoption;
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.gestures = gestures;
    }

    void resolve(Actor who, UUID item, ResolutionFacts facts) {
        gestures.by(who, "assembly.record-resolution", () -> resolutions.record(item, facts));
    }

    void ask(Actor who, UUID item, FollowUpFacts facts) {
        gestures.by(who, "assembly.add-follow-up", () -> followUps.ask(item, null, facts));
    }

    /** A later meeting adopts the minutes of an earlier one by a resolution; they are signed that day. */
    void adopt(Actor who, MeetingId first, MeetingId second, LocalDate day, ResolutionFacts facts, String signatures) {
        gestures.by(who, "assembly.adopt-minutes", () -> adoption.resolve(first, second, facts));
        gestures.doneBy(who, "assembly.sign-minutes", () -> adoption.sign(first, day, signatures));
    }
}

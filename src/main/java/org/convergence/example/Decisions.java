package org.convergence.example;

import java.util.UUID;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpKeeping;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionKeeping;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.stereotype.Component;

/** What the bodies of the example resolve and ask for. */
@Component
class Decisions {

    private final ResolutionKeeping resolutions;
    private final FollowUpKeeping followUps;
    private final Gestures gestures;

    Decisions(ResolutionKeeping resolutions, FollowUpKeeping followUps, Gestures gestures) {
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.gestures = gestures;
    }

    void resolve(Actor who, UUID item, ResolutionFacts facts) {
        gestures.by(who, "ResolutionKeeping.record", () -> resolutions.record(item, facts));
    }

    void ask(Actor who, UUID item, FollowUpFacts facts) {
        gestures.by(who, "FollowUpKeeping.ask", () -> followUps.ask(item, null, facts));
    }
}

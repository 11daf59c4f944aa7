package org.convergence.safety.mission.domain;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.safety.mission.MissionId;
import org.springframework.stereotype.Component;

/** Who is named on a mission: travellers, security lead, president. To all others its check-ins do not exist. */
@Component
record MissionWatch(MissionRepository repository, MissionDetails details) {

    /** Finds a mission, for callers who have checked that it may be seen. */
    Mission findById(MissionId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("mission"));
    }

    /** @throws NotFound if there is no such mission, or the actor is not named on it */
    Mission requireNamed(MissionId id) {
        Mission mission = findById(id);
        UUID actor = CurrentActor.get().personId();
        if (isWatcher(mission) || (actor != null && travels(id, new PersonId(actor)))) {
            return mission;
        }
        throw new NotFound("mission");
    }

    /** @throws NotFound if there is no such mission, or the actor does not watch over it */
    Mission requireWatcher(MissionId id) {
        Mission mission = requireNamed(id);
        if (!isWatcher(mission)) {
            throw new NotFound("mission");
        }
        return mission;
    }

    boolean isWatcher(Mission mission) {
        return mission.isWatchedByActor();
    }

    boolean travels(MissionId id, PersonId person) {
        return details.findTravellers(id.value()).contains(person);
    }
}

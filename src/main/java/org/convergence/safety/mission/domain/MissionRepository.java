package org.convergence.safety.mission.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of missions. */
interface MissionRepository extends CrudRepository<Mission, UUID> {}

package org.convergence.safety.incident.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of incidents. */
interface SafetyIncidentRepository extends CrudRepository<SafetyIncident, UUID> {}

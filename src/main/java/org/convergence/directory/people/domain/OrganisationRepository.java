package org.convergence.directory.people.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persists organisations. */
interface OrganisationRepository extends CrudRepository<Organisation, UUID> {}

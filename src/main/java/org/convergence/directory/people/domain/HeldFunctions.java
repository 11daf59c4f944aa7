package org.convergence.directory.people.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persists functions. */
interface HeldFunctions extends CrudRepository<HeldFunction, UUID> {}

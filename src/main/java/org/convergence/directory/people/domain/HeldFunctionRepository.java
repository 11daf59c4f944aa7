package org.convergence.directory.people.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persists functions. */
interface HeldFunctionRepository extends CrudRepository<HeldFunction, UUID> {}

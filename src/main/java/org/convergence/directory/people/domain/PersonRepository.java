package org.convergence.directory.people.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persists people. */
interface PersonRepository extends CrudRepository<Person, UUID> {}

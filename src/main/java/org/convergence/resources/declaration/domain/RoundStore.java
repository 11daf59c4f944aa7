package org.convergence.resources.declaration.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where rounds are kept. */
interface RoundStore extends CrudRepository<Round, UUID> {

    List<Round> findAllByOrderByCountedOnDesc();
}

package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of rules. */
interface RulesStore extends CrudRepository<Rules, UUID> {

    /** The rules of a body, the latest first. */
    List<Rules> findByBodyOrderBySinceDesc(UUID body);
}

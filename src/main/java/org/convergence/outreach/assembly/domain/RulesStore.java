package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where rules are kept. */
interface RulesStore extends CrudRepository<Rules, UUID> {

    /** Those of a body, the latest first. */
    List<Rules> findByBodyOrderBySinceDesc(UUID body);
}

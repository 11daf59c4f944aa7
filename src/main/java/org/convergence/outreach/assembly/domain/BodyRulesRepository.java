package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of rules. */
interface BodyRulesRepository extends CrudRepository<BodyRules, UUID> {

    /** The rules of a body, the latest first. */
    List<BodyRules> findByBodyOrderBySinceDesc(UUID body);
}

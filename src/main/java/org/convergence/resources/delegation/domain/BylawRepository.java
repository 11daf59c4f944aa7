package org.convergence.resources.delegation.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of tables. */
interface BylawRepository extends CrudRepository<BylawRow, UUID> {

    List<BylawRow> findAllByOrderBySinceDesc();
}

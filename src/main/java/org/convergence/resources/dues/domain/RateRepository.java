package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of rates. */
interface RateRepository extends CrudRepository<RateRow, UUID> {

    List<RateRow> findAllByOrderBySinceDesc();
}

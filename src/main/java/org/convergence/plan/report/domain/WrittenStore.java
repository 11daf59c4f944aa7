package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores the sections of reports. */
interface WrittenStore extends CrudRepository<Written, UUID> {

    List<Written> findByReport(UUID report);
}

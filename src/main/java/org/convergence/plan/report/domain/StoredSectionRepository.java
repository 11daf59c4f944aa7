package org.convergence.plan.report.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores the sections of reports. */
interface StoredSectionRepository extends CrudRepository<StoredSection, UUID> {

    List<StoredSection> findByReport(UUID report);
}

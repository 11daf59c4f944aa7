package org.convergence.plan.report.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores reports. */
interface ReportRepository extends CrudRepository<Report, UUID> {}

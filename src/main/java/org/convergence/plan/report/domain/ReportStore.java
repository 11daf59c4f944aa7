package org.convergence.plan.report.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores reports. */
interface ReportStore extends CrudRepository<Report, UUID> {}

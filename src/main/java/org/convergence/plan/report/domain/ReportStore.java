package org.convergence.plan.report.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where reports are kept. */
interface ReportStore extends CrudRepository<Report, UUID> {}

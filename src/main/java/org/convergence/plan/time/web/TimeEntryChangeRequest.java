package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** The corrected hours of an entry. */
record TimeEntryChangeRequest(
        @Schema(description = "Above 0, at most 24") BigDecimal hours) {}

package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One's own hours of a day, to record. */
record TimeEntryRequest(
        LocalDate date,

        @Schema(description = "Above 0, at most 24") BigDecimal hours,

        @Nullable UUID action,
        @Nullable UUID realisation) {}

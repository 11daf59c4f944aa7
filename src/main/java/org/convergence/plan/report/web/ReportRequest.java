package org.convergence.plan.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report to begin. */
record ReportRequest(
        UUID plan,

        @Schema(allowableValues = {"board", "annual"}) String audience,

        String title,

        @Schema(description = "Without from and to, the period of the plan's next report") @Nullable
        LocalDate from,

        @Nullable LocalDate to,

        @Nullable LocalDate dueOn,

        @Schema(allowableValues = {"fr", "en"}) String language,

        @Schema(description = "Name of the person responsible") @Nullable
        String responsible) {}

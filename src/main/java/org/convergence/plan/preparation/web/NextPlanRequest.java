package org.convergence.plan.preparation.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.jspecify.annotations.Nullable;

/** A request to create the next plan. */
record NextPlanRequest(
        @Schema(description = "As proposed by default") @Nullable
        String title,

        @Nullable LocalDate from,
        @Nullable LocalDate to,

        @ArraySchema(
                maxItems = 1_000,
                arraySchema =
                        @Schema(description = "Decisions to save first; other lines keep their decision or proposal"))
        @Nullable
        List<NextPlanLineRequest> lines) {

    /** The decision on a line. */
    @Schema(name = "NextPlanLineRequest")
    record NextPlanLineRequest(
            UUID action,
            PreparationChoice choice,

            @Schema(description = "With REWORD") @Nullable String text,

            @Nullable BigDecimal target,
            @Nullable String reason) {}
}

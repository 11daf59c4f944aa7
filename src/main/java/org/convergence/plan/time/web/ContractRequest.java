package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.time.domain.ContractSource;
import org.jspecify.annotations.Nullable;

/** A contract to add. */
record ContractRequest(
        UUID person,
        LocalDate from,

        @Schema(description = "Its last day; null where none is known") @Nullable
        LocalDate to,

        ContractSource source,

        @ArraySchema(minItems = 7, maxItems = 7, arraySchema = @Schema(description = "Hours from Monday to Sunday"))
        List<BigDecimal> days,

        @Schema(description = "Percentage that running the office takes; 30 unless said") @Nullable
        Integer office,

        @Schema(description = "Whether it is said to run beside another contract of the person; false unless said")
        @Nullable
        Boolean beside,

        @Schema(description = "Who alone approves its weeks; null for whoever may approve weeks") @Nullable
        UUID approver) {}

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

        @Schema(description = "Its last day; null if unknown") @Nullable
        LocalDate to,

        ContractSource source,

        @ArraySchema(minItems = 7, maxItems = 7, arraySchema = @Schema(description = "Hours from Monday to Sunday"))
        List<BigDecimal> days,

        @Schema(description = "Percentage for running the office; 30 by default") @Nullable
        Integer office,

        @Schema(description = "Whether it may overlap another contract of the person; false by default") @Nullable
        Boolean beside,

        @Schema(description = "The only approver of its weeks; null for anyone who may approve weeks") @Nullable
        UUID approver) {}

package org.convergence.resources.dues.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.resources.dues.CallKind;
import org.jspecify.annotations.Nullable;

/** A dues call to run. */
record DuesRunRequest(
        CallKind kind,
        @Schema(maxLength = 200) String name,

        @Schema(description = "The reference day for members, rates and headcounts")
        LocalDate reference,

        @Schema(description = "Not before today") LocalDate due,
        @Nullable LocalDate from,
        @Nullable LocalDate until,

        @ApiCondition(with = "kind", is = "APPEAL") @Schema(description = "The same for all") @Nullable
        BigDecimal amount,

        @ApiCondition(with = "kind", is = "APPEAL") @Schema(description = "Hundredths of the dues") @Nullable
        BigDecimal percent,

        @Schema(
                description = "Period of the leaflets to enclose, which must have been made for it",
                example = "2025-04-01/2026-03-31")
        @Nullable
        String leaflets,

        @Schema(description = "true: preview the amounts, nothing is stored; false: issue and send the invoices")
        boolean dryRun) {}

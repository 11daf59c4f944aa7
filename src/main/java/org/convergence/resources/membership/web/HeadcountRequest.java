package org.convergence.resources.membership.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.resources.membership.HeadcountStatus;
import org.jspecify.annotations.Nullable;

/** A headcount to record. */
record HeadcountRequest(
        @Schema(description = "Id of the organisation") UUID organisation,
        @Schema(description = "Not after today") LocalDate countedOn,
        @Schema(minimum = "0", maximum = "10000000") int number,
        HeadcountStatus status,

        @Schema(maxLength = 200, description = "Who attests it") @Nullable
        String saidBy,

        @Schema(maxLength = 500, description = "The evidence") @Nullable
        String evidence) {}

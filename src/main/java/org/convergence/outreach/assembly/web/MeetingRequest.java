package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting to plan. */
record MeetingRequest(
        @Schema(description = "Id of the body that meets") UUID body,
        LocalDate day,
        @Schema(description = "19:00") String begins,

        @Schema(description = "21:30; a time before the beginning is on the next day") @Nullable
        String ends,

        @Schema(maxLength = 200) @Nullable String title,
        @Schema(maxLength = 300) @Nullable String place,

        @Schema(description = "QC-01 to QC-17, or ONLINE") @Nullable
        String region,

        @Schema(description = "Address for taking part online", maxLength = 1_000) @Nullable
        String online,

        @Schema(description = "Whether it is an extraordinary meeting; false by default") @Nullable
        Boolean special) {}

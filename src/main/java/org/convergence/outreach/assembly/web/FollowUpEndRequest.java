package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a follow-up. */
record FollowUpEndRequest(
        @Schema(description = "Whether it was done; else it was given up")
        boolean done,

        @Schema(maxLength = 2_000) @Nullable String outcome) {}

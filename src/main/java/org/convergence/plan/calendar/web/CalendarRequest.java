package org.convergence.plan.calendar.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar to connect. */
record CalendarRequest(
        @Schema(description = "https, http or webcal; kept sealed and never told again", maxLength = 2_000)
        String address,

        @Schema(description = "Without it, what the calendar calls itself", maxLength = 100) @Nullable
        String name) {}

package org.convergence.plan.calendar.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar to connect. */
record CalendarRequest(
        @Schema(description = "https, http or webcal; stored encrypted and never returned", maxLength = 2_000)
        String address,

        @Schema(description = "By default the calendar's own name", maxLength = 100) @Nullable
        String name) {}

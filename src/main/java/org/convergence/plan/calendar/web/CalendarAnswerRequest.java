package org.convergence.plan.calendar.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.calendar.domain.Verdict;
import org.jspecify.annotations.Nullable;

/** The answer whether a calendar entry took place. */
record CalendarAnswerRequest(
        Verdict answer,

        @ArraySchema(
                maxItems = 100,
                arraySchema =
                        @Schema(
                                description =
                                        "For DONE: ids of the actions served; by default those found in its title"))
        @Nullable
        List<UUID> actions,

        @Schema(description = "For POSTPONED: the new day; by default that of the calendar") @Nullable
        LocalDate on) {}

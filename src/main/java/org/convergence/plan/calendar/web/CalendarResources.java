package org.convergence.plan.calendar.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.calendar.domain.ConnectedCalendar;
import org.convergence.plan.calendar.domain.Verdict;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.platform.fetch.FetchProblem;
import org.jspecify.annotations.Nullable;

/** The API resources of the user's own calendars. */
public final class CalendarResources {

    private CalendarResources() {}

    /** A connected calendar. */
    @Schema(name = "Calendar")
    public record CalendarResource(
            UUID id,
            String name,

            @Schema(
                    description =
                            "Host of its address; null for an uploaded file. The address itself is never returned")
            @Nullable
            String host,

            @Nullable Instant readAt,

            @Schema(description = "How many lie in the days kept")
            int entries,

            @Schema(description = "Whether some times had no known zone and were read in the organisation's")
            boolean assumedZone,

            @Schema(description = "Since when it cannot be read; null where it can") @Nullable
            Instant failingSince,

            @Schema(description = "The key of the reason; null where it can be read") @Nullable
            String problem) {

        static CalendarResource of(ConnectedCalendar it) {
            FetchProblem problem = it.problem();
            return new CalendarResource(
                    it.id(),
                    it.name(),
                    it.host(),
                    it.readAt(),
                    it.entries(),
                    it.assumedZone(),
                    it.failingSince(),
                    problem == null ? null : problem.key());
        }
    }

    /** The user's own calendars. */
    @Schema(name = "CalendarList")
    public record CalendarListResource(List<CalendarResource> items) {}

    /** A past entry that waits for an answer. */
    @Schema(name = "CalendarEntry")
    public record CalendarEntryResource(
            UUID id,
            String title,
            LocalDate from,
            LocalDate to,

            @Schema(description = "How long it took; null if unknown") @Nullable
            BigDecimal hours,

            @Schema(description = "Whether it is one of a series")
            boolean recurs,

            @Schema(description = "Ids of the actions found in its title")
            List<UUID> actions,

            @Schema(description = "Ids of the organisations that its title names")
            List<UUID> organisations,

            @Schema(description = "Id of the realisation already recorded for it; null for none") @Nullable
            UUID realisation) {

        static CalendarEntryResource of(WaitingEntry it) {
            var said = it.said();
            return new CalendarEntryResource(
                    it.id(),
                    it.title(),
                    it.day(),
                    it.lastDay(),
                    it.hours(),
                    it.recurs(),
                    it.guess().lines().stream()
                            .map(PlanLine::id)
                            .map(id -> id.value())
                            .toList(),
                    it.guess().organisations().stream()
                            .map(OrganisationName::id)
                            .map(id -> id.value())
                            .toList(),
                    said == null ? null : said.value());
        }
    }

    /** A page of entries. */
    @Schema(name = "CalendarEntryPage")
    public record CalendarEntryPageResource(
            List<CalendarEntryResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}

    /** The result of an answer. */
    @Schema(name = "CalendarAnswerKept")
    public record CalendarAnswerResource(
            Verdict answer,

            @Schema(description = "Id of the realisation; null where nothing was recorded") @Nullable
            UUID realisation) {}
}

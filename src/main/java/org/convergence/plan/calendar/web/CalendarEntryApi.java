package org.convergence.plan.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.CalendarAnswerService;
import org.convergence.plan.calendar.domain.Verdict;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.plan.calendar.domain.WaitingEntryQueries;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of waiting calendar entries. */
@RestController
@RequestMapping(path = "/api/v1/calendars/entries", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(CalendarPermissions.OWN)
@Tag(name = "calendars")
record CalendarEntryApi(WaitingEntryQueries waitingEntries, CalendarAnswerService calendarAnswerService) {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** The answer whether a calendar entry took place. */
    record CalendarAnswerRequest(
            Verdict answer,

            @ArraySchema(
                    maxItems = 100,
                    arraySchema =
                            @Schema(description = "Ids of the actions served; by default those found in its title"))
            @ApiCondition(with = "answer", is = "DONE")
            @Nullable
            List<UUID> actions,

            @ApiCondition(with = "answer", is = "POSTPONED")
            @Schema(description = "The new day; by default that of the calendar")
            @Nullable
            LocalDate on) {}

    @GetMapping
    @Operation(summary = "List past entries that wait for an answer, the latest first")
    @Parameter(
            name = "limit",
            description = "Page size",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(name = "after", description = "The previous page's next")
    CalendarResources.CalendarEntryPageResource entries(Form asked) {
        if (!asked.filled("limit")) {
            asked.with("limit", USUAL);
        }
        Integer limit = asked.read(answers -> answers.wholeNumber("limit", 1, MOST));
        ListSlice<WaitingEntry> slice = ListSlice.of(
                waitingEntries.findWaiting(asked.value("after"), limit + 1), limit, WaitingEntry::keysetPosition);
        return new CalendarResources.CalendarEntryPageResource(
                slice.rows().stream()
                        .map(CalendarResources.CalendarEntryResource::of)
                        .toList(),
                slice.next());
    }

    @PostMapping("/{id}/answer")
    @Operation(
            summary = "Answer whether an entry took place",
            description = "DONE records a realisation, unless it was recorded already; POSTPONED asks again on the"
                    + " new day; DISMISSED and NEVER (its whole series) are not asked again. Sent again under the"
                    + " same Idempotency-Key, it is answered once.")
    @ApiResponse(
            responseCode = "201",
            description = "The outcome",
            content = @Content(schema = @Schema(implementation = CalendarResources.CalendarAnswerResource.class)))
    ResponseEntity<String> answer(@PathVariable UUID id, IdempotentPost post, @RequestBody CalendarAnswerRequest sent) {
        return post.json(sent, it -> IdempotentResponse.created(recordAnswer(id, it)));
    }

    private CalendarResources.CalendarAnswerResource recordAnswer(UUID id, CalendarAnswerRequest said) {
        LocalDate on = JsonForm.read(said, (answers, form) -> answers.optionalDate("on"));
        RealisationId as = null;
        switch (said.answer()) {
            case DONE ->
                as = calendarAnswerService
                        .recordDone(id, actions(said.actions()))
                        .as();
            case POSTPONED -> calendarAnswerService.postpone(id, on);
            case DISMISSED -> calendarAnswerService.dismiss(id);
            case NEVER -> calendarAnswerService.dismissSeries(id);
        }
        return new CalendarResources.CalendarAnswerResource(said.answer(), as == null ? null : as.value());
    }

    private static @Nullable Set<ActionId> actions(@Nullable List<UUID> ids) {
        return ids == null || ids.isEmpty()
                ? null
                : ids.stream().map(ActionId::new).collect(Collectors.toSet());
    }
}

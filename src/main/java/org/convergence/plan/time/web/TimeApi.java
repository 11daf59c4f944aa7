package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.HoursCell;
import org.convergence.plan.time.domain.TimeEntryQueries;
import org.convergence.plan.time.domain.TimePost;
import org.convergence.plan.time.domain.WeekSheetService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entries of hours in the API. */
@RestController
@RequestMapping(path = "/api/v1/time-entries", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(TimePermissions.OWN)
@Tag(name = "time")
record TimeApi(TimeEntryQueries list, WeekSheetService sheets) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    /** The corrected hours of an entry. */
    record TimeEntryChangeRequest(
            @Schema(description = "Above 0, at most 24") BigDecimal hours) {}

    /** One's own hours of a day, to record. */
    record TimeEntryRequest(
            LocalDate date,

            @Schema(description = "Above 0, at most 24") BigDecimal hours,

            @Nullable UUID action,
            @Nullable UUID realisation) {}

    @PostMapping
    @Operation(
            summary = "Record one's own hours of a day",
            description = "They are added to those of the same action, realisation and day. Sent again under the same"
                    + " Idempotency-Key, they are recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The current hours of that cell",
            content = @Content(schema = @Schema(implementation = TimeResources.TimeEntryResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody TimeEntryRequest sent) {
        return post.json(sent, this::record);
    }

    private IdempotentResponse record(TimeEntryRequest sent) {
        HoursCell cell = JsonForm.read(sent, TimeApi::read);
        TimeResources.TimeEntryResource made = TimeResources.TimeEntryResource.of(sheets.add(cell));
        return IdempotentResponse.created(made);
    }

    private static HoursCell read(FormValues answers, Form form) {
        LocalDate day = answers.date("date");
        BigDecimal hours = hours(answers, form);
        UUID action = answers.optionalId("action");
        UUID realisation = answers.optionalId("realisation");
        return new HoursCell(
                new TimePost(
                        action == null ? null : new ActionId(action),
                        realisation == null ? null : new RealisationId(realisation)),
                day,
                hours);
    }

    private static BigDecimal hours(FormValues answers, Form form) {
        BigDecimal hours = answers.optionalHours("hours", 24);
        if (hours == null || hours.setScale(2, RoundingMode.HALF_UP).signum() == 0) {
            if (form.problem("hours") == null) {
                form.reject("hours", "shell.form.required");
            }
            hours = BigDecimal.ONE;
        }
        return hours;
    }

    @PutMapping("/{id}")
    @Operation(summary = "Correct the hours of one's own entry", description = "Refused once its week is submitted.")
    TimeResources.TimeEntryResource correct(@PathVariable UUID id, @RequestBody TimeEntryChangeRequest sent) {
        BigDecimal hours = JsonForm.read(sent, TimeApi::hours);
        return TimeResources.TimeEntryResource.of(sheets.update(id, hours));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one's own entry", description = "Refused once its week is submitted.")
    void remove(@PathVariable UUID id) {
        sheets.delete(id);
    }

    @GetMapping
    @Operation(
            summary = "List entries of hours, the latest first",
            description = "One's own, or everyone's with permission to manage them.")
    @Parameter(name = "from", description = "The first day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "to", description = "The last day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "person", description = "Id of a person", schema = @Schema(type = "string", format = "uuid"))
    @Parameter(name = "action", description = "Id of an action", schema = @Schema(type = "string", format = "uuid"))
    @PageParameters
    TimeResources.TimeEntryListResource list(Form asked) {
        ListSlice<TimeEntryQueries.ListedTimeEntry> slice =
                list.findSlice(ListView.forApi(asked, TimeController::filter, USUAL, MOST));
        return new TimeResources.TimeEntryListResource(
                slice.rows().stream().map(TimeResources.TimeEntryResource::of).toList(), slice.next());
    }
}

package org.convergence.plan.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.plan.calendar.domain.CalendarConnectionService.FoundCalendar;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of the user's own calendars. */
@RestController
@RequestMapping(path = "/api/v1/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(CalendarPermissions.OWN)
@Tag(name = "calendars")
record CalendarApi(CalendarConnectionService connection) {

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_NAME = 100;

    /** A calendar to connect. */
    record CalendarRequest(
            @Schema(description = "https, http or webcal; stored encrypted and never returned", maxLength = 2_000)
            String address,

            @Schema(description = "By default the calendar's own name", maxLength = 100) @Nullable
            String name) {}

    @GetMapping
    @Operation(summary = "List one's own connected calendars")
    CalendarResources.CalendarListResource list() {
        return new CalendarResources.CalendarListResource(connection.findOwn().stream()
                .map(CalendarResources.CalendarResource::of)
                .toList());
    }

    @PostMapping
    @Operation(
            summary = "Connect a calendar by its address",
            description = "It is read at once; an unreadable one is not connected. Sent again under the same"
                    + " Idempotency-Key, it is connected once.")
    @ApiResponse(
            responseCode = "201",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = CalendarResources.CalendarResource.class)))
    ResponseEntity<String> connect(IdempotentCreation post, @RequestBody CalendarRequest sent) {
        return post.json(sent, this::found, this::connect);
    }

    private record CalendarInput(FoundCalendar calendar, String name) {}

    private CalendarInput found(CalendarRequest sent) {
        CalendarRequest read = JsonForm.read(
                sent,
                (answers, form) -> new CalendarRequest(
                        answers.text("address", LONGEST_ADDRESS), answers.optionalText("name", LONGEST_NAME)));
        String name = read.name();
        return new CalendarInput(connection.find(read.address()), name == null ? "" : name);
    }

    private IdempotentResponse connect(CalendarInput found) {
        UUID id = connection.connect(found.calendar(), found.name());
        CalendarResources.CalendarResource made = connection.findOwn().stream()
                .filter(each -> each.id().equals(id))
                .map(CalendarResources.CalendarResource::of)
                .findFirst()
                .orElseThrow(() -> new NotFound("calendar"));
        return IdempotentResponse.created(made);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Disconnect a calendar", description = "Its entries are deleted; answers are kept.")
    @ApiResponse(responseCode = "204", description = "It is disconnected")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        connection.remove(id);
        return ResponseEntity.noContent().build();
    }
}

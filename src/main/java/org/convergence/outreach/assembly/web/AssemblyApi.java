package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingListQueries;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bodies and meetings, for programs. */
@RestController
@RequestMapping("/api/v1")
@Requires(AssemblyPermissions.READ)
@Tag(name = "assembly")
record AssemblyApi(
        BodyQueries bodies,
        MeetingListQueries meetings,
        MeetingService meetingService,
        MeetingQueries meetingQueries,
        OrganisationSettings settings) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private record MeetingApiInput(BodyId body, MeetingFacts facts) {}

    @GetMapping("/bodies")
    @Operation(summary = "List bodies: board, executive, assemblies, committees")
    AssemblyResources.BodyListResource listBodies() {
        return new AssemblyResources.BodyListResource(bodies.findAll().stream()
                .map(AssemblyResources.BodyResource::of)
                .toList());
    }

    @GetMapping("/bodies/{id}")
    @Operation(summary = "Read a body with its rules and its seats of today")
    AssemblyResources.BodySeatsResource readBody(@PathVariable UUID id) {
        BodyId body = new BodyId(id);
        LocalDate today = settings.today();
        return AssemblyResources.BodySeatsResource.of(
                bodies.findById(body), bodies.findRulesOn(body, today), bodies.findSeats(body, today));
    }

    @GetMapping("/meetings")
    @Operation(summary = "List meetings, the latest first")
    @Parameter(name = "body", description = "Id of a body", schema = @Schema(type = "string", format = "uuid"))
    @PageParameters
    AssemblyResources.MeetingListResource listMeetings(Form asked) {
        UUID body = asked.read(answers -> answers.optionalId("body"));
        int limit = limit(asked);
        ListSlice<MeetingListQueries.MeetingListRow> slice = ListSlice.of(
                meetings.findLatest(body == null ? null : new BodyId(body), asked.value("after"), limit + 1),
                limit,
                MeetingListQueries.MeetingListRow::position);
        return new AssemblyResources.MeetingListResource(
                slice.rows().stream().map(AssemblyResources.MeetingResource::of).toList(), slice.next());
    }

    @PostMapping("/meetings")
    @Requires(AssemblyPermissions.PREPARE)
    @Operation(
            summary = "Plan a meeting",
            description = "Its agenda begins with the standing items of its body. Sent again under the same"
                    + " Idempotency-Key, it is planned once.")
    @ApiResponse(
            responseCode = "201",
            description = "The meeting, with its id",
            content = @Content(schema = @Schema(implementation = AssemblyResources.PlannedMeetingResource.class)))
    ResponseEntity<String> planMeeting(IdempotentCreation post, @RequestBody MeetingRequest sent) {
        return post.json(sent, this::planned);
    }

    private IdempotentResponse planned(MeetingRequest sent) {
        MeetingApiInput planned = JsonForm.read(
                sent, (answers, form) -> new MeetingApiInput(new BodyId(sent.body()), MeetingForm.read(form, answers)));
        MeetingId made = meetingService.plan(planned.body(), planned.facts());
        return IdempotentResponse.created(
                "/api/v1/meetings/" + made.value(), new AssemblyResources.PlannedMeetingResource(made.value()));
    }

    @GetMapping("/meetings/{id}")
    @Operation(summary = "Read a meeting with its agenda")
    AssemblyResources.MeetingAgendaResource readMeeting(@PathVariable UUID id) {
        return AssemblyResources.MeetingAgendaResource.of(
                meetingQueries.findAgenda(new MeetingId(id)), settings.current().zone());
    }

    /** The page size, from the address. */
    static int limit(Form asked) {
        if (!asked.filled("limit")) {
            asked.with("limit", USUAL);
        }
        return asked.read(answers -> answers.wholeNumber("limit", 1, MOST));
    }
}

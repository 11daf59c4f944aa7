package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingList;
import org.convergence.outreach.assembly.domain.MeetingPlanning;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.Answer;
import org.convergence.platform.idempotency.PostedOnce;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bodies and meetings, for programs. */
@RestController
@RequestMapping("/api/v1")
@Requires(AssemblyPermissions.READ)
@Tag(name = "assembly")
class AssemblyApi {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final BodyReading bodies;
    private final MeetingList meetings;
    private final MeetingPlanning planning;
    private final MeetingReading reading;
    private final PostedOnce posted;
    private final OrganisationSettings settings;

    AssemblyApi(
            BodyReading bodies,
            MeetingList meetings,
            MeetingPlanning planning,
            MeetingReading reading,
            OrganisationSettings settings,
            PostedOnce posted) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.planning = planning;
        this.reading = reading;
        this.settings = settings;
        this.posted = posted;
    }

    private record Planned(BodyId body, MeetingFacts facts) {}

    @GetMapping("/bodies")
    @Operation(summary = "List bodies: board, executive, assemblies, committees")
    AssemblyJson.Bodies listBodies() {
        return new AssemblyJson.Bodies(
                bodies.all().stream().map(AssemblyJson.OneBody::of).toList());
    }

    @GetMapping("/bodies/{id}")
    @Operation(summary = "Read a body with its rules and its seats of today")
    AssemblyJson.WholeBody readBody(@PathVariable UUID id) {
        BodyId body = new BodyId(id);
        LocalDate today = settings.today();
        return AssemblyJson.WholeBody.of(bodies.one(body), bodies.rulesOn(body, today), bodies.seats(body, today));
    }

    @GetMapping("/meetings")
    @Operation(summary = "List meetings, the latest first")
    @Parameter(name = "body", description = "Id of a body", schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    AssemblyJson.Meetings listMeetings(Form asked) {
        UUID body = asked.read(answers -> answers.optionalId("body"));
        int limit = limit(asked);
        Slice<MeetingList.Line> slice = Slice.of(
                meetings.latest(body == null ? null : new BodyId(body), asked.value("after"), limit + 1),
                limit,
                MeetingList.Line::position);
        return new AssemblyJson.Meetings(
                slice.rows().stream().map(AssemblyJson.OneMeeting::of).toList(), slice.next());
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
            content = @Content(schema = @Schema(implementation = AssemblyJson.PlannedMeeting.class)))
    ResponseEntity<String> planMeeting(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            @RequestBody MeetingRequest sent) {
        return posted.json(key, request, sent, this::planned);
    }

    private Answer planned(MeetingRequest sent) {
        Planned planned = JsonForm.read(
                sent, (answers, form) -> new Planned(new BodyId(sent.body()), MeetingForms.read(form, answers)));
        MeetingId made = planning.plan(planned.body(), planned.facts());
        return new Answer(
                201,
                "/api/v1/meetings/" + made.value(),
                Json.of(new AssemblyJson.PlannedMeeting(made.value())).toString());
    }

    @GetMapping("/meetings/{id}")
    @Operation(summary = "Read a meeting with its agenda")
    AssemblyJson.WholeMeeting readMeeting(@PathVariable UUID id) {
        return AssemblyJson.WholeMeeting.of(
                reading.agenda(new MeetingId(id)), settings.current().zone());
    }

    /** The page size, from the address. */
    static int limit(Form asked) {
        if (!asked.filled("limit")) {
            asked.with("limit", USUAL);
        }
        return asked.read(answers -> answers.whole("limit", 1, MOST));
    }
}

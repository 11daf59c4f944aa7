package org.convergence.plan.realisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationRecordingService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.idempotency.IdempotentPostHandler;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Realisations in the API. */
@RestController
@RequestMapping(path = "/api/v1/realisations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "realisations")
class RealisationApi {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final RealisationRecordingService realisationRecordingService;
    private final RealisationListQueries list;
    private final RealisationFacts facts;
    private final RealisationRequestReader realisationRequestReader;
    private final IdempotentPostHandler idempotentPosts;

    RealisationApi(
            RealisationRecordingService realisationRecordingService,
            RealisationListQueries list,
            RealisationFacts facts,
            RealisationRequestReader realisationRequestReader,
            IdempotentPostHandler idempotentPosts) {
        this.realisationRecordingService = realisationRecordingService;
        this.list = list;
        this.facts = facts;
        this.realisationRequestReader = realisationRequestReader;
        this.idempotentPosts = idempotentPosts;
    }

    @PostMapping
    @Requires(RealisationPermissions.RECORD)
    @Operation(
            summary = "Record a done or planned realisation",
            description =
                    "Only a title and a day are required. Sent again under the same Idempotency-Key, it is recorded"
                            + " once.")
    @ApiResponse(
            responseCode = "201",
            description = "The realisation, at the address in Location",
            content = @Content(schema = @Schema(implementation = RealisationResources.RealisationResource.class)))
    ResponseEntity<String> record(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest http,
            @RequestBody RealisationRequest request) {
        return idempotentPosts.json(key, http, request, this::record);
    }

    private IdempotentResponse record(RealisationRequest request) {
        RealisationEntry entry = JsonForm.read(request, realisationRequestReader::read);
        RealisationId id = realisationRecordingService.recordByHand(entry);
        RealisationFact made = facts.findAllById(List.of(id)).get(0);
        return new IdempotentResponse(
                201,
                "/api/v1/realisations/" + id.value(),
                Json.of(RealisationResources.RealisationResource.of(made)).toString());
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    @Operation(
            summary = "List realisations, the latest first",
            description = "Without withdrawn ones, unless requested.")
    @Parameter(name = "q", description = "Words of the title or narrative; the last may be incomplete")
    @Parameter(name = "from", description = "The earliest last day", schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "to", description = "The latest last day", schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "action",
            description = "Id of an action that it serves; an action includes its sub-actions",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "organisation",
            description = "Id of an organisation that took part",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "state",
            description = "Planned and done by default",
            schema = @Schema(implementation = RealisationState.class))
    @Parameter(
            name = "limit",
            description = "Page size",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "The previous page's next")
    RealisationResources.RealisationListResource list(Form asked) {
        ListSlice<RealisationFact> slice =
                list.findSlice(ListView.forApi(asked, answers -> filter(asked, answers), USUAL, MOST));
        return new RealisationResources.RealisationListResource(
                slice.rows().stream()
                        .map(RealisationResources.RealisationResource::of)
                        .toList(),
                slice.next());
    }

    private static RealisationFilter filter(Form asked, FormValues answers) {
        UUID action = answers.optionalId("action");
        UUID organisation = answers.optionalId("organisation");
        return new RealisationFilter(
                asked.value("q"),
                answers.optionalDate("from"),
                answers.optionalDate("to"),
                action == null ? null : new ActionId(action),
                null,
                organisation == null ? null : new OrganisationId(organisation),
                null,
                null,
                answers.optionalChoice("state", RealisationState.class));
    }

    @GetMapping("/{id}")
    @Requires(RealisationPermissions.READ)
    @Operation(summary = "One realisation")
    RealisationResources.RealisationResource one(@PathVariable UUID id) {
        return facts.findAllById(List.of(new RealisationId(id))).stream()
                .findFirst()
                .map(RealisationResources.RealisationResource::of)
                .orElseThrow(() -> new NotFound("realisation"));
    }
}

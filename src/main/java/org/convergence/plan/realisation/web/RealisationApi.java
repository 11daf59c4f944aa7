package org.convergence.plan.realisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationRecordingService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.geography.Place;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Realisations in the API. */
@RestController
@RequestMapping(path = "/api/v1/realisations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "realisations")
record RealisationApi(
        RealisationRecordingService realisationRecordingService,
        RealisationListQueries list,
        RealisationFacts facts,
        RealisationInputReader reader,
        PeopleDirectory people) {

    private static final int MOST = 500;
    private static final int USUAL = 100;
    private static final int LONGEST_NAME = 200;

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
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody RealisationRequest request) {
        return post.json(request, this::record);
    }

    private IdempotentResponse record(RealisationRequest request) {
        RealisationEntry entry = JsonForm.read(request, this::read);
        RealisationId id = realisationRecordingService.recordByHand(entry);
        RealisationFact made = facts.findAllById(List.of(id)).get(0);
        return IdempotentResponse.created(
                "/api/v1/realisations/" + id.value(), RealisationResources.RealisationResource.of(made));
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
    @PageParameters
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

    private RealisationEntry read(FormValues answers, Form form) {
        String title = RealisationInputReader.title(answers);
        LocalDate from = answers.date("date");
        DayRange when = RealisationInputReader.days(form, from, answers.optionalDate("to"), "to");
        return reader.read(
                form,
                answers,
                RealisationInputReader.InputFieldNames.OF_JSON,
                new RealisationInputReader.RealisationInput(title, when, place(form), organisations(form)));
    }

    private static @Nullable Place place(Form form) {
        if (!form.filled("place")) {
            return null;
        }
        Place place = Place.parse(form.value("place")).orElse(null);
        if (place == null) {
            form.reject("place", "realisation.unknown-place");
        }
        return place;
    }

    /** The participating organisations, each given by its id or its name; an unknown name is added to the directory. */
    private RealisationInputReader.ParticipantInput organisations(Form form) {
        if (form.values("organisations").size() > RealisationDetails.MOST_ORGANISATIONS) {
            form.reject("organisations", "realisation.too-many-organisations", RealisationDetails.MOST_ORGANISATIONS);
            return new RealisationInputReader.ParticipantInput(List.of(), List.of());
        }
        List<OrganisationId> known = new ArrayList<>();
        List<String> newcomers = new ArrayList<>();
        for (String given : form.values("organisations")) {
            String name = given.strip();
            if (name.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                known.add(new OrganisationId(UUID.fromString(name)));
            } else {
                newcomer(form, name, known, newcomers);
            }
        }
        if (people.organisationNames(known).size() != known.stream().distinct().count()) {
            form.reject("organisations", "realisation.unknown-organisation");
        }
        return new RealisationInputReader.ParticipantInput(known, newcomers);
    }

    private void newcomer(Form form, String name, List<OrganisationId> known, List<String> newcomers) {
        OrganisationId exact = people.findOrganisationNamed(name).orElse(null);
        if (exact != null) {
            known.add(exact);
        } else if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !CurrentActor.get().may(PeoplePermissions.EDIT)) {
            form.reject("organisations", "realisation.unknown-organisation");
        } else {
            newcomers.add(name);
        }
    }
}

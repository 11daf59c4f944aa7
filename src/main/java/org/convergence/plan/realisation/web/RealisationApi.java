package org.convergence.plan.realisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationList;
import org.convergence.plan.realisation.domain.RealisationRecording;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.geography.Place;
import org.convergence.platform.idempotency.Answer;
import org.convergence.platform.idempotency.Repeatable;
import org.convergence.platform.idempotency.RepeatedRequests;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Realisations for programs. */
@RestController
@RequestMapping(path = "/api/v1/realisations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "realisations")
class RealisationApi {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final RealisationRecording recording;
    private final RealisationList list;
    private final RealisationFacts facts;
    private final EntryReader reader;
    private final People people;
    private final RepeatedRequests requests;

    RealisationApi(
            RealisationRecording recording,
            RealisationList list,
            RealisationFacts facts,
            EntryReader reader,
            People people,
            RepeatedRequests requests) {
        this.recording = recording;
        this.list = list;
        this.facts = facts;
        this.reader = reader;
        this.people = people;
        this.requests = requests;
    }

    @PostMapping
    @Requires(RealisationPermissions.RECORD)
    @Operation(
            summary = "Record what was done or is planned",
            description =
                    "Only a title and a day are required. Sent again under the same Idempotency-Key, it is recorded"
                            + " once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = RealisationJson.Sent.class)))
    @ApiResponse(
            responseCode = "201",
            description = "The realisation, at the address in Location",
            content = @Content(schema = @Schema(implementation = RealisationJson.Whole.class)))
    ResponseEntity<String> record(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        String body = JsonForm.text(request.getInputStream());
        Answer answer = requests.once(Repeatable.of(request, key, body), () -> record(body));
        var response = ResponseEntity.status(answer.status());
        String location = answer.location();
        return (location == null ? response : response.header(HttpHeaders.LOCATION, location)).body(answer.body());
    }

    private Answer record(String body) {
        Entry entry = JsonForm.read(body, this::read);
        RealisationId id = recording.byHand(entry);
        RealisationFact made = facts.of(List.of(id)).get(0);
        return new Answer(
                201,
                "/api/v1/realisations/" + id.value(),
                Json.of(RealisationJson.Whole.of(made)).toString());
    }

    @GetMapping
    @Requires(RealisationPermissions.READ)
    @Operation(
            summary = "List realisations, the latest first",
            description = "Without those that were withdrawn, unless they are asked for.")
    @Parameter(name = "q", description = "Words of the title or narrative; the last may be half typed")
    @Parameter(
            name = "from",
            description = "The first day on which it may have ended",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "to",
            description = "The last day on which it may have ended",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "action",
            description = "Id of an action that it serves; an action stands for its sub-actions too",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "organisation",
            description = "Id of an organisation that took part",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "state",
            description = "Planned and done together where it is not said",
            schema = @Schema(implementation = RealisationState.class))
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    RealisationJson.Listed list(Form asked) {
        RealisationFilter filter = asked.read(answers -> filter(asked, answers));
        Integer limit = asked.read(answers -> answers.whole("limit", 1, MOST));
        List<RealisationFact> found = list.whole(filter, asked.value("after"), limit + 1);
        boolean more = found.size() > limit;
        List<RealisationFact> shown = more ? found.subList(0, limit) : found;
        return new RealisationJson.Listed(
                shown.stream().map(RealisationJson.Whole::of).toList(),
                more ? RealisationList.after(shown.get(limit - 1)) : null);
    }

    private static RealisationFilter filter(Form asked, Answers answers) {
        if (!asked.filled("limit")) {
            asked.with("limit", USUAL);
        }
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
    RealisationJson.Whole one(@PathVariable UUID id) {
        return facts.of(List.of(new RealisationId(id))).stream()
                .findFirst()
                .map(RealisationJson.Whole::of)
                .orElseThrow(() -> new NotFound("realisation"));
    }

    private Entry read(Answers answers, Form form) {
        if (!form.filled("count")) {
            // One number instead of a distribution, or beside it.
            form.with(
                    "count",
                    form.filled("participations") ? form.value("participations") : form.value("participations.count"));
        }
        String title = EntryReader.title(answers);
        LocalDate from = answers.date("date");
        Days when = EntryReader.days(form, from, answers.optionalDate("to"), "to");
        return reader.read(
                form,
                answers,
                EntryReader.Fields.OF_JSON,
                new EntryReader.Facts(title, when, place(form), organisations(form)));
    }

    private static @Nullable Place place(Form form) {
        if (!form.filled("place")) {
            return null;
        }
        Place place = Place.read(form.value("place")).orElse(null);
        if (place == null) {
            form.reject("place", "realisation.unknown-place");
        }
        return place;
    }

    /** Each by its id, or by its name: a name that the directory does not know is entered in it. */
    private EntryReader.With organisations(Form form) {
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
        return new EntryReader.With(known, newcomers);
    }

    private void newcomer(Form form, String name, List<OrganisationId> known, List<String> newcomers) {
        OrganisationId exact = people.findOrganisationNamed(name).orElse(null);
        if (exact != null) {
            known.add(exact);
        } else if (name.isEmpty() || name.length() > 200 || !CurrentActor.get().may(PeoplePermissions.EDIT)) {
            form.reject("organisations", "realisation.unknown-organisation");
        } else {
            newcomers.add(name);
        }
    }
}

package org.convergence.education.workshop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.education.workshop.WorkshopChannel;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.EvaluationPolicy;
import org.convergence.education.workshop.domain.EvaluationQueries;
import org.convergence.education.workshop.domain.EvaluationQueries.EvaluationResult;
import org.convergence.education.workshop.domain.Workshop;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopRequest;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for workshops, sessions and their evaluations in the API. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(WorkshopPermissions.EDIT)
@Tag(name = "workshops")
record WorkshopApi(
        WorkshopRequestService requests,
        WorkshopSessionService sessions,
        WorkshopCatalogue catalogue,
        EvaluationQueries evaluations,
        WorkshopRequestForm forms,
        OrganisationSettings settings) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_THEME = 100;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 960;
    private static final int MOST_PEOPLE = 10_000;

    /** A request to record. */
    record WorkshopRequestRequest(
            WorkshopRequestKind kind,

            @Schema(
                    description = "By mail if missing",
                    allowableValues = {"MAIL", "PHONE"})
            @Nullable
            WorkshopChannel channel,

            @Schema(description = "Id of a workshop of the catalogue") @Nullable
            UUID workshop,

            @Schema(description = "The organisation or group in its own words", minLength = 1, maxLength = 200)
            String asker,

            @Schema(description = "The person to answer", minLength = 1, maxLength = 200)
            String name,

            @Schema(description = "One of mail and phone is mandatory", maxLength = 254) @Nullable
            String mail,

            @Schema(maxLength = 50) @Nullable String phone,
            @Schema(minLength = 2, maxLength = 2) @Nullable String language,

            @Schema(description = "Code of a place, such as QC-06") @Nullable
            String region,

            @Schema(maxLength = 300) @Nullable String place,

            @Schema(description = "Up to three dates") @Nullable
            LocalDate first,

            @Nullable LocalDate second,
            @Nullable LocalDate third,

            @Schema(minimum = "1", maximum = "10000") @Nullable
            Integer people,

            @Schema(maxLength = 2000) @Nullable String purpose,

            @Schema(description = "Access needs", maxLength = 1000) @Nullable
            String access,

            @ApiCondition(with = "kind", is = "COPIES")
            @Schema(description = "Id of the tool whose copies are ordered")
            @Nullable
            UUID tool,

            @ApiCondition(with = "kind", is = "COPIES")
            @Schema(description = "Number of copies ordered", minimum = "1", maximum = "1000")
            @Nullable
            Integer copies) {}

    /** A recorded request, with the day by which it is answered. */
    record RecordedRequestResource(UUID id, LocalDate promisedOn) {}

    /** A session to schedule, or to record as held. */
    record WorkshopSessionRequest(
            @Schema(
                    description =
                            "Id of a workshop of the catalogue, or its title; a title that none has is added to it",
                    minLength = 1,
                    maxLength = 200)
            String workshop,

            LocalDate day,

            @Schema(description = "Such as 13:30", pattern = "([01]\\d|2[0-3]):[0-5]\\d") @Nullable
            String begins,

            @Schema(description = "Code of a place, such as QC-06") @Nullable
            String region,

            @Schema(maxLength = 300) @Nullable String place,

            @Schema(description = "Hours of the team", minimum = "0", maximum = "200")
            BigDecimal hours,

            @Schema(description = "Id of an organisation of the directory") @Nullable
            UUID organisation,

            @ArraySchema(maxItems = 20, arraySchema = @Schema(description = "Ids of facilitators")) @Nullable
            List<UUID> facilitators,

            @Schema(
                    description = "Head count of a session that was held: it becomes a realisation",
                    minimum = "0",
                    maximum = "10000")
            @Nullable
            Integer people) {}

    /** A session. */
    record WorkshopSessionResource(UUID id, WorkshopSessionState state) {}

    /** An evaluation; without answers while it is hidden. */
    record EvaluationResource(
            @Schema(description = "Whether the evaluation is open, or has fewer than five answers")
            boolean hidden,

            @Nullable Integer answers,
            List<QuestionResource> questions) {

        static EvaluationResource of(EvaluationResult result) {
            return new EvaluationResource(
                    result.hidden(),
                    result.answers(),
                    result.results().stream()
                            .map(each -> new QuestionResource(each.question(), each.yes(), each.somewhat(), each.no()))
                            .toList());
        }
    }

    /** A question; without counts if fewer than five answered it. */
    record QuestionResource(
            @Schema(allowableValues = {"learned", "useful", "recommend"})
            String question,

            @Nullable Integer yes,
            @Nullable Integer somewhat,
            @Nullable Integer no) {}

    @PostMapping("/api/v1/workshop-requests")
    @Operation(
            summary = "Record a request for a workshop",
            description = "Sent again under the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The request",
            content = @Content(schema = @Schema(implementation = RecordedRequestResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody WorkshopRequestRequest request) {
        return post.json(request, sent -> {
            WorkshopRequestId id = requests.receive(JsonForm.read(sent, (answers, form) -> {
                requireKnown(Optional.ofNullable(sent.workshop()), form);
                if (sent.channel() == null) {
                    form.with(WorkshopRequestForm.CHANNEL.name(), WorkshopChannel.MAIL);
                }
                if (sent.language() == null) {
                    form.with("language", settings.current().languages().get(0));
                }
                return forms.read(answers, answers.get(WorkshopRequestForm.CHANNEL))
                        .facts();
            }));
            WorkshopRequest recorded = requests.findById(id);
            return IdempotentResponse.created(new RecordedRequestResource(id.value(), recorded.promisedOn()));
        });
    }

    @PostMapping("/api/v1/sessions")
    @Operation(
            summary = "Schedule a session of a workshop, or record one that was held",
            description = "Refused if a facilitator has another session on that day.")
    @ApiResponse(
            responseCode = "201",
            description = "The session",
            content = @Content(schema = @Schema(implementation = WorkshopSessionResource.class)))
    ResponseEntity<String> schedule(IdempotentCreation post, @RequestBody WorkshopSessionRequest request) {
        return post.json(request, sent -> {
            WorkshopSessionFacts facts = JsonForm.read(sent, (answers, form) -> {
                Optional<UUID> id = TextParser.id(sent.workshop());
                requireKnown(id, form);
                Integer people = sent.people();
                if (people != null && (people < 0 || people > MOST_PEOPLE)) {
                    form.reject("people", "shell.form.between", 0, MOST_PEOPLE);
                }
                if (id.isEmpty()) {
                    form.with("workshop", findOrAdd(sent.workshop().strip(), sent.hours()));
                }
                return forms.readSession(answers, settings.today(), null).facts();
            });
            Integer people = sent.people();
            WorkshopSessionId id = sessions.schedule(facts);
            if (people != null) {
                sessions.hold(id, sessions.findById(id).version(), people);
            }
            return IdempotentResponse.created(new WorkshopSessionResource(
                    id.value(), people == null ? WorkshopSessionState.PLANNED : WorkshopSessionState.HELD));
        });
    }

    private void requireKnown(Optional<UUID> workshop, Form form) {
        if (workshop.isPresent()
                && catalogue.findAll().stream().noneMatch(each -> each.id().equals(workshop.get()))) {
            form.reject("workshop", "shell.form.choice");
        }
    }

    /** The workshop of this title, which is added if none has it; {@code null} for a title that is none. */
    private @Nullable UUID findOrAdd(String title, BigDecimal hours) {
        String folded = TextNormalizer.fold(title);
        Optional<Workshop> known = catalogue.findAll().stream()
                .filter(each -> TextNormalizer.fold(each.title()).equals(folded))
                .findFirst();
        if (known.isPresent() || title.isEmpty() || title.length() > LONGEST_TITLE) {
            return known.map(Workshop::id).orElse(null);
        }
        int minutes = Math.max(
                SHORTEST,
                Math.min(LONGEST, hours.multiply(BigDecimal.valueOf(60)).intValue()));
        String theme = TextShortener.shorten(title, LONGEST_THEME);
        List<String> languages = List.of(settings.current().languages().get(0));
        return catalogue
                .create(new WorkshopFacts(title, theme, minutes, languages, title, false, null, null))
                .value();
    }

    @GetMapping("/api/v1/sessions/{id}/evaluation")
    @Requires(WorkshopPermissions.READ)
    @Operation(
            summary = "The anonymous evaluation of a session",
            description = "Hidden until it is closed, and below " + EvaluationPolicy.LEAST + " answers.")
    EvaluationResource findEvaluation(@PathVariable UUID id) {
        return EvaluationResource.of(
                evaluations.findBySession(sessions.findById(new WorkshopSessionId(Objects.requireNonNull(id)))
                        .typedId()));
    }
}

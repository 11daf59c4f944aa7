package org.convergence.education.internship.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CandidateLinkService;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile.CandidateFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of internships: calls, and applications that came otherwise. Scores and answers are not part of it. */
@RestController
@RequestMapping(path = "/api/v1/internship-calls", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(InternshipPermissions.EDIT)
@Tag(name = "internships")
record InternshipApi(InternshipCallService calls, CandidateLinkService candidates, InternshipForm forms) {

    private static final Pattern CRITERION = Pattern.compile("criterion(\\d{1,3})-(.+)");

    /** A criterion to publish. */
    record CriterionRequest(
            @Schema(minLength = 1, maxLength = 300) String nameFr,
            @Schema(maxLength = 300) @Nullable String nameEn,

            @Schema(description = "The most points", minimum = "1", maximum = "100")
            int most) {}

    /** A call to prepare; it is published at once, or on its page. */
    record InternshipCallRequest(
            @Schema(minLength = 1, maxLength = 200) String titleFr,
            @Schema(maxLength = 200) @Nullable String titleEn,
            @Schema(minLength = 1, maxLength = 10000) String textFr,
            @Schema(maxLength = 10000) @Nullable String textEn,
            @Schema(minLength = 1, maxLength = 200) String destination,
            LocalDate opensOn,
            LocalDate closesOn,

            @Schema(description = "The day by which candidates are answered")
            LocalDate decidesOn,

            LocalDate startsOn,
            LocalDate endsOn,
            @Schema(minimum = "1", maximum = "40") int places,

            @Schema(description = "Return activities of each intern", minimum = "0", maximum = "20")
            int returnActivities,

            LocalDate returnBy,

            @Schema(description = "Whom interns call, with the number", minLength = 1, maxLength = 200)
            String contact,

            @ArraySchema(minItems = 1, maxItems = 6) List<CriterionRequest> criteria,

            @ArraySchema(maxItems = 20, arraySchema = @Schema(description = "People who read the files; two at least"))
            @Nullable
            List<UUID> readers,

            @Schema(description = "Whether to publish it at once, which needs its readers; false by default") @Nullable
            Boolean publish) {}

    /** An answer to a criterion. */
    record FileAnswerRequest(
            UUID criterion,
            @Schema(minLength = 1, maxLength = 4000) String text) {}

    /** An application that came otherwise; its candidate agreed to it. */
    record InternshipApplicationRequest(
            @Schema(minLength = 1, maxLength = 200) String name,
            @Schema(maxLength = 200) String mail,

            @Schema(maxLength = 40) @Nullable String phone,

            @Schema(
                    description = "Language of letters: fr, en or es",
                    allowableValues = {"fr", "en", "es"})
            String language,

            @Schema(description = "An organisation with reserved seats") @Nullable
            UUID union,

            @ApiCondition(without = "union")
            @Schema(description = "The union, where it has no reserved seats", maxLength = 200)
            @Nullable
            String unionName,

            @ArraySchema(minItems = 1, maxItems = 6) List<FileAnswerRequest> answers) {}

    /** A call with its criteria. */
    @Schema(name = "InternshipCall")
    record InternshipCallResource(
            UUID id,
            String titleFr,
            String titleEn,
            InternshipCallState state,
            LocalDate opensOn,
            LocalDate closesOn,
            LocalDate decidesOn,
            LocalDate startsOn,
            LocalDate endsOn,
            int places,

            @Schema(description = "In the order of the application")
            List<CriterionResource> criteria) {}

    /** A published criterion. */
    @Schema(name = "InternshipCriterion")
    record CriterionResource(UUID id, String nameFr, String nameEn, int most) {}

    /** A file that was received. */
    @Schema(name = "InternshipApplication")
    record InternshipApplicationResource(UUID id) {}

    @GetMapping("/{id}")
    @Requires(InternshipPermissions.READ)
    @Operation(summary = "Read a call with its criteria")
    InternshipCallResource show(@PathVariable UUID id) {
        InternshipCall call = calls.findById(new InternshipCallId(id));
        return new InternshipCallResource(
                id,
                call.titleFr(),
                call.titleEn(),
                call.state(),
                call.opensOn(),
                call.closesOn(),
                call.decidesOn(),
                call.startsOn(),
                call.endsOn(),
                call.places(),
                calls.findCriteria(call.id()).stream()
                        .map(each -> new CriterionResource(each.id(), each.nameFr(), each.nameEn(), each.most()))
                        .toList());
    }

    @PostMapping
    @Operation(summary = "Prepare a call", description = "Reserved seats are chosen on its page.")
    @ApiResponse(
            responseCode = "201",
            description = "The call",
            content = @Content(schema = @Schema(implementation = InternshipCallResource.class)))
    ResponseEntity<String> create(IdempotentCreation post, @RequestBody InternshipCallRequest request) {
        return post.json(request, this::create);
    }

    private IdempotentResponse create(InternshipCallRequest request) {
        InternshipCallId id = calls.save(
                null,
                0,
                JsonForm.read(
                        request, InternshipApi::nameInRequest, (answers, form) -> readCall(request, answers, form)));
        if (Boolean.TRUE.equals(request.publish())) {
            calls.publish(id);
        }
        return IdempotentResponse.created(show(id.value()));
    }

    private static String nameInRequest(String field) {
        Matcher criterion = CRITERION.matcher(field);
        if (!criterion.matches()) {
            return field;
        }
        String part = criterion.group(2);
        String name = part.equals("fr") ? "nameFr" : part.equals("en") ? "nameEn" : part;
        return JsonForm.element("criteria", criterion.group(1), name);
    }

    private InternshipCall.InternshipCallFacts readCall(InternshipCallRequest request, FormValues answers, Form form) {
        List<CriterionRequest> criteria = Objects.requireNonNullElse(request.criteria(), List.of());
        for (int i = 0; i < criteria.size() && i < InternshipForm.MOST_CRITERIA; i++) {
            form.with(InternshipForm.criterion(i + 1, "fr"), criteria.get(i).nameFr())
                    .with(InternshipForm.criterion(i + 1, "en"), criteria.get(i).nameEn())
                    .with(
                            InternshipForm.criterion(i + 1, "most"),
                            criteria.get(i).most());
        }
        return forms.read(answers).facts();
    }

    @PostMapping("/{id}/applications")
    @Operation(summary = "Record an application that came otherwise")
    @ApiResponse(
            responseCode = "201",
            description = "The file",
            content = @Content(schema = @Schema(implementation = InternshipApplicationResource.class)))
    ResponseEntity<String> receive(
            @PathVariable UUID id, IdempotentCreation post, @RequestBody InternshipApplicationRequest request) {
        return post.json(request, sent -> receive(new InternshipCallId(id), sent));
    }

    private IdempotentResponse receive(InternshipCallId call, InternshipApplicationRequest request) {
        List<InternshipCriterion> criteria = calls.findCriteria(call);
        CandidateFacts facts = JsonForm.read(
                request, (answers, form) -> CandidateForm.readFacts(answers, language(request.language(), answers)));
        Map<UUID, String> written = new HashMap<>();
        List<UUID> known = new ArrayList<>();
        List<Form.FieldProblem> wrong = new ArrayList<>();
        int index = 0;
        criteria.forEach(each -> known.add(each.id()));
        for (FileAnswerRequest each : Objects.requireNonNullElse(request.answers(), List.<FileAnswerRequest>of())) {
            String answer = "answers[" + index++ + "].";
            if (!known.contains(each.criterion())) {
                wrong.add(new Form.FieldProblem(answer + "criterion", "shell.form.choice", List.of()));
            } else if (each.text().length() > CandidateForm.LONGEST_ANSWER) {
                wrong.add(new Form.FieldProblem(
                        answer + "text", "shell.form.too-long", List.of(CandidateForm.LONGEST_ANSWER)));
            }
            written.put(each.criterion(), each.text().strip());
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        UUID file = candidates.receive(call, facts, written).value();
        return IdempotentResponse.created(new InternshipApplicationResource(file));
    }

    private static String language(@Nullable String language, FormValues answers) {
        if (language == null || !List.of("fr", "en", "es").contains(language)) {
            answers.reject("language", "shell.form.choice");
            return "fr";
        }
        return language;
    }
}

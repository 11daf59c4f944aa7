package org.convergence.advocacy.urgentaction.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.SignOnService;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.AlertFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.advocacy.urgentaction.domain.UrgentActionLetterSender;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPolicy;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService.ConsentFacts;
import org.convergence.advocacy.urgentaction.web.UrgentActionRequests.ClosingRequest;
import org.convergence.advocacy.urgentaction.web.UrgentActionRequests.SignOnRequest;
import org.convergence.advocacy.urgentaction.web.UrgentActionRequests.UrgentActionRequest;
import org.convergence.advocacy.urgentaction.web.UrgentActionRequests.UrgentActionSendingRequest;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
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

/** Urgent actions in the API. */
@RestController
@RequestMapping(path = "/api/v1/urgent-actions", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(UrgentActionPermissions.EDIT)
@Tag(name = "urgent-actions")
record UrgentActionApi(
        UrgentActionService actions,
        UrgentActionLetterSender letters,
        SignOnService signOns,
        PeopleDirectory people,
        OrganisationSettings settings) {

    private static final String PATH = "/api/v1/urgent-actions/";

    /** An urgent action. */
    @Schema(name = "UrgentAction")
    record UrgentActionResource(
            UUID id,

            @Schema(description = "As in the address of the public page: 2026-3")
            String number,

            UrgentActionState state,
            LocalDate expiresOn,

            @Schema(description = "Address of the public page while it is shown") @Nullable
            String publicUrl,

            @Schema(description = "What stands in the way of sending; empty if nothing does")
            List<String> lacks,

            SignOnCountResource signOns,
            @Nullable UrgentActionOutcome outcome) {}

    /** The organisations that signed, and their members, each counted once. */
    record SignOnCountResource(int organisations, int atLeast, LocalDate on) {}

    private record NewAction(
            AlertFacts facts,
            PublicWording wording,
            @Nullable ConsentFacts consent) {}

    @PostMapping
    @Operation(
            summary = "Record an alert as an urgent action",
            description =
                    "It stays a draft until it is sent, which needs the yes to these words and a second person's check.")
    @ApiResponse(
            responseCode = "201",
            description = "The action",
            content = @Content(schema = @Schema(implementation = UrgentActionResource.class)))
    ResponseEntity<String> create(IdempotentCreation post, @RequestBody UrgentActionRequest request) {
        return post.json(request, asked -> {
            NewAction read = JsonForm.read(
                    asked,
                    (answers, form) -> new NewAction(
                            partnerOf(asked.facts(answers, settings.today()), answers),
                            asked.wording(form),
                            asked.consent() == null ? null : asked.consent().facts(answers)));
            UrgentActionId id = actions.create(read.facts());
            if (!read.wording().texts().isEmpty()) {
                actions.saveWording(id, actions.findById(id).version(), read.wording());
            }
            if (read.consent() != null) {
                actions.recordConsent(id, actions.findById(id).version(), read.consent());
            }
            return answer(201, id);
        });
    }

    private AlertFacts partnerOf(AlertFacts facts, FormValues answers) {
        if (people.organisationNames(List.of(facts.partner())).isEmpty()) {
            answers.reject("partner", "shell.form.choice");
        }
        return facts;
    }

    private IdempotentResponse answer(int status, UrgentActionId id) {
        return new IdempotentResponse(
                status, PATH + id.value(), Json.of(resource(id)).toString());
    }

    @PostMapping("/{id}/send")
    @Operation(
            summary = "Publish an action and send it to its segment",
            description = "Refused without the yes to the present words, and without a second person's check.")
    @ApiResponse(
            responseCode = "202",
            description = "The action",
            content = @Content(schema = @Schema(implementation = UrgentActionResource.class)))
    ResponseEntity<String> send(
            @PathVariable UUID id, IdempotentPost post, @RequestBody UrgentActionSendingRequest request) {
        return post.json(request, asked -> {
            if (Boolean.FALSE.equals(asked.letters())) {
                letters.publish(new UrgentActionId(id));
            } else {
                letters.send(new UrgentActionId(id));
            }
            return answer(202, new UrgentActionId(id));
        });
    }

    @PostMapping("/{id}/sign-ons")
    @Operation(
            summary = "Record the signature of an organisation",
            description = "With the body that decided and its day. An organisation is counted once, however often it is"
                    + " sent; its address of record gets a letter by which it can withdraw.")
    @ApiResponse(
            responseCode = "201",
            description = "The action, with the count",
            content = @Content(schema = @Schema(implementation = UrgentActionResource.class)))
    ResponseEntity<String> sign(@PathVariable UUID id, IdempotentPost post, @RequestBody SignOnRequest request) {
        return post.json(request, asked -> {
            OrganisationId organisation = new OrganisationId(asked.organisation());
            SignOnFacts facts = JsonForm.read(asked, (answers, form) -> readSignOn(asked, answers));
            signOns.record(new UrgentActionId(id), organisation, facts);
            return answer(201, new UrgentActionId(id));
        });
    }

    private SignOnFacts readSignOn(SignOnRequest asked, FormValues answers) {
        OrganisationId id = new OrganisationId(asked.organisation());
        OrganisationName name = people.organisationNames(List.of(id)).get(id);
        if (name == null) {
            answers.reject("organisation", "shell.form.choice");
        }
        if (asked.authority().on().isAfter(settings.today())) {
            answers.reject("authority.on", "public.urgentaction.refused.future");
        }
        String language = Objects.requireNonNullElse(asked.language(), "fr");
        if (!WordingForm.LANGUAGES.contains(language)) {
            answers.reject("language", "shell.form.choice");
        }
        return new SignOnFacts(
                name == null ? "" : name.name(),
                answers.text("signer", 200),
                Objects.requireNonNullElse(answers.optionalText("office", 200), ""),
                answers.text("authority.body", 200),
                asked.authority().on(),
                language);
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "Close an action: its public page is withdrawn, its counts are kept")
    @ApiResponse(
            responseCode = "201",
            description = "The action",
            content = @Content(schema = @Schema(implementation = UrgentActionResource.class)))
    ResponseEntity<String> close(@PathVariable UUID id, IdempotentPost post, @RequestBody ClosingRequest request) {
        return post.json(request, asked -> {
            String account = JsonForm.read(
                    asked, (answers, form) -> Objects.requireNonNullElse(answers.optionalText("account", 4_000), ""));
            UrgentActionOutcome outcome = Objects.requireNonNullElse(asked.outcome(), UrgentActionOutcome.UNKNOWN);
            actions.close(new UrgentActionId(id), outcome, account);
            return answer(201, new UrgentActionId(id));
        });
    }

    @GetMapping("/{id}")
    @Requires(UrgentActionPermissions.READ)
    @Operation(summary = "An urgent action, with its signatures")
    UrgentActionResource find(@PathVariable UUID id) {
        return resource(new UrgentActionId(id));
    }

    private UrgentActionResource resource(UrgentActionId id) {
        UrgentAction action = actions.findById(id);
        SignOnCount count = actions.count(id);
        return new UrgentActionResource(
                id.value(),
                action.code(),
                action.state(),
                action.expiresOn(),
                UrgentActionPolicy.isPublic(action, settings.today()) ? UrgentActionQueries.PATH + action.code() : null,
                action.state() == UrgentActionState.DRAFT ? actions.findObstacles(id) : List.of(),
                new SignOnCountResource(count.organisations(), count.atLeast(), count.day()),
                action.outcome());
    }
}

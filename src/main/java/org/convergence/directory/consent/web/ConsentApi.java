package org.convergence.directory.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of consents. */
@RestController
@RequestMapping("/api/v1/consents")
@Tag(name = "consents")
record ConsentApi(
        ConsentDecisionQueries consentDecisions,
        ConsentLedgerQueries consentLedgerQueries,
        OrganisationSettings settings,
        ConsentLedgerService ledger,
        PeopleDirectory people) {

    private record ConsentCheckRequest(PersonId person, ConsentChannel channel, Purpose purpose, LocalDate on) {}

    @GetMapping(path = "/check", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(ConsentPermissions.READ)
    @Operation(summary = "Whether a person may be written to")
    @Parameter(
            name = "person",
            required = true,
            description = "Id of the person",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "channel",
            required = true,
            description = "The channel",
            schema = @Schema(implementation = ConsentChannel.class))
    @Parameter(
            name = "purpose",
            required = true,
            description = "The purpose",
            schema = @Schema(implementation = Purpose.class))
    @Parameter(
            name = "on",
            description = "The day; today by default",
            schema = @Schema(type = "string", format = "date"))
    ConsentResources.ConsentDecisionResource check(Form asked, Words t) {
        ConsentCheckRequest read = asked.read(given -> {
            LocalDate on = given.optionalDate("on");
            return new ConsentCheckRequest(
                    person(asked, given),
                    given.choice("channel", ConsentChannel.class),
                    given.choice("purpose", Purpose.class),
                    on == null ? settings.today() : on);
        });
        ConsentDecision answer = Objects.requireNonNull(consentDecisions
                .mayWrite(List.of(read.person()), read.channel(), read.purpose(), read.on())
                .get(read.person()));
        return new ConsentResources.ConsentDecisionResource(
                answer.allowed(),
                answer.basis(),
                answer.until(),
                answer.reason(),
                ConsentStateRow.reason(answer, t),
                answer.identified());
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(ConsentPermissions.READ)
    @Operation(summary = "A person's consents, withdrawals and other bases, the latest first")
    @Parameter(
            name = "person",
            required = true,
            description = "Id of the person",
            schema = @Schema(type = "string", format = "uuid"))
    ConsentResources.ConsentEntryListResource list(Form asked) {
        PersonId person = asked.read(given -> person(asked, given));
        return new ConsentResources.ConsentEntryListResource(consentLedgerQueries.findEntries(person).stream()
                .map(ConsentResources.ConsentEntryResource::of)
                .toList());
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(ConsentPermissions.RECORD)
    @Operation(
            summary = "Record a consent, another basis, or a withdrawal",
            description = "Without a basis it is a withdrawal. A record never changes: a new one corrects it."
                    + " Sent again under the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The id of the record in the list",
            content = @Content(schema = @Schema(implementation = ConsentResources.RecordedConsentResource.class)))
    ResponseEntity<String> record(IdempotentPost post, @RequestBody ConsentRequest request) {
        return post.json(
                request,
                it -> IdempotentResponse.created(
                        new ConsentResources.RecordedConsentResource(record(JsonForm.read(it, this::read)))));
    }

    /**
     * The input.
     *
     * @param given the ground; {@code null} for a withdrawal
     */
    record ConsentInput(
            PersonId person,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            @Nullable String source,
            @Nullable ConsentRecord given) {}

    ConsentInput read(FormValues answers, Form form) {
        PersonId person = person(form, answers);
        Basis basis = answers.optionalChoice("basis", Basis.class);
        ConsentChannel channel = basis == null
                ? answers.optionalChoice("channel", ConsentChannel.class)
                : answers.choice("channel", ConsentChannel.class);
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        LocalDate day = answers.date("date");
        ConsentMethod method = answers.choice("method", ConsentMethod.class);
        if (!ConsentMethod.BY_HAND.contains(method)) {
            form.reject("method", "shell.form.choice");
        }
        String source = answers.optionalText("source", ConsentRecord.LONGEST_SOURCE);
        String country = answers.optionalText("country", 2);
        if (country != null && !country.matches("[A-Z]{2}")) {
            form.reject("country", "shell.form.choice");
        }
        LocalDate ended = answers.optionalDate("ended");
        String wording = answers.optionalText("wording", ConsentRecord.LONGEST_WORDING);
        String version = answers.optionalText("version", ConsentRecord.LONGEST_VERSION);
        String about = answers.optionalText("about", ConsentRecord.LONGEST_ABOUT);
        return new ConsentInput(
                person,
                channel,
                purpose,
                day,
                method,
                source,
                basis == null || channel == null
                        ? null
                        : new ConsentRecord(
                                person,
                                channel,
                                purpose,
                                basis,
                                day,
                                ended,
                                method,
                                wording,
                                version,
                                source,
                                about,
                                basis == Basis.FOREIGN ? country : null));
    }

    UUID record(ConsentInput it) {
        ConsentRecord given = it.given();
        return given == null
                ? ledger.withdraw(it.person(), it.channel(), it.purpose(), it.day(), it.method(), it.source())
                : ledger.record(given);
    }

    PersonId person(Form form, FormValues answers) {
        PersonId person = new PersonId(answers.id("person"));
        if (form.problem("person") == null
                && people.personNames(List.of(person)).isEmpty()) {
            form.reject("person", "shell.form.choice");
        }
        return person;
    }

    /** A consent, another basis, or a withdrawal to record. */
    record ConsentRequest(
            UUID person,

            @Schema(description = "Absent for a withdrawal") @Nullable
            Basis basis,

            @Schema(description = "For a withdrawal, absent for all") @Nullable
            ConsentChannel channel,

            @Schema(description = "Needed for EXPRESS; absent for all") @Nullable
            Purpose purpose,

            @Schema(description = "Not after today") LocalDate date,

            @ApiCondition(with = "basis") @Nullable LocalDate ended,

            @Schema(description = "FORM, PAPER, ORAL or MESSAGE")
            ConsentMethod method,

            @ApiCondition(with = "basis")
            @Schema(description = "The exact words; needed for EXPRESS", maxLength = 4_000)
            @Nullable
            String wording,

            @ApiCondition(with = "basis")
            @Schema(description = "The version of these words; needed for EXPRESS", maxLength = 100)
            @Nullable
            String version,

            @Schema(maxLength = 1_000) @Nullable String source,

            @ApiCondition(with = "basis") @Schema(maxLength = 500) @Nullable
            String about,

            @ApiCondition(with = "basis", is = "FOREIGN") @Schema(description = "ISO 3166-1 alpha-2") @Nullable
            String country) {}
}

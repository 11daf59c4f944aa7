package org.convergence.directory.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.consent.domain.ConsentLedgerQueries;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.IdempotentPostHandler;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of consents. */
@RestController
@RequestMapping("/api/v1/consents")
@Tag(name = "consents")
class ConsentApi {

    private final ConsentDecisionQueries consentDecisions;
    private final ConsentLedgerQueries consentLedgerQueries;
    private final ConsentRequestReader consentRequestReader;
    private final OrganisationSettings settings;
    private final IdempotentPostHandler idempotentPosts;

    ConsentApi(
            ConsentDecisionQueries consentDecisions,
            ConsentLedgerQueries consentLedgerQueries,
            ConsentRequestReader consentRequestReader,
            OrganisationSettings settings,
            IdempotentPostHandler idempotentPosts) {
        this.consentDecisions = consentDecisions;
        this.consentLedgerQueries = consentLedgerQueries;
        this.consentRequestReader = consentRequestReader;
        this.settings = settings;
        this.idempotentPosts = idempotentPosts;
    }

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
                    consentRequestReader.person(asked, given),
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
                ConsentDecisionFormatter.reason(answer, t),
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
        PersonId person = asked.read(given -> consentRequestReader.person(asked, given));
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
    ResponseEntity<String> record(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest http,
            @RequestBody ConsentRequest request) {
        return idempotentPosts.json(
                key,
                http,
                request,
                it -> new IdempotentResponse(
                        201,
                        null,
                        Json.of(new ConsentResources.RecordedConsentResource(
                                        consentRequestReader.record(JsonForm.read(it, consentRequestReader::read))))
                                .toString()));
    }
}

package org.convergence.cooperation.fieldwork.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryFilter;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService.NewPartnerLink;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages of partners, and what partners sent, in the API. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(FieldworkPermissions.FOLLOW)
@Tag(name = "partner pages")
record FieldworkApi(
        PartnerLinkService links, PartnerEntryService entries, PartnerEntryQueries queries, PeopleDirectory people) {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    private static final int LONGEST_TITLE = 120;

    /** A page to give to a partner. */
    record PartnerLinkRequest(
            @Schema(
                    description = "Id of the organisation, or its name; created if no organisation has it",
                    maxLength = 300)
            String organisation,

            @Schema(description = "es, fr, en or ht") String language,

            @Schema(description = "ISO code of the country whose way of writing numbers the page follows") @Nullable
            String country) {}

    /** A page given to a partner. */
    @Schema(name = "PartnerLink")
    record PartnerLinkResource(
            UUID id,

            @Schema(description = "Shown only here; envelopes are posted below it")
            String url,

            @Schema(description = "Shown only here; to be told by another way than the address")
            String pin) {}

    /** How an entry is accepted. */
    record EntryAcceptanceRequest(
            @Schema(description = "The one that was read; else the present one") @Nullable
            Integer version,

            @Schema(description = "Of the realisation; for HAPPENED else the first words", maxLength = 300) @Nullable
            String title,

            @Nullable RealisationKind realisation,

            @Schema(description = "Id of the budget line that bears it; needed for SPENT") @Nullable
            UUID line,

            @Schema(description = "Needed for QUESTION", maxLength = 4_000) @Nullable
            String answer,

            @Schema(description = "Whether a day after it came, or more than 300 days before, is right") @Nullable
            Boolean dayConfirmed) {}

    /** Why an entry is returned. */
    record EntryReturnRequest(
            @Schema(description = "The one that was read; else the present one") @Nullable
            Integer version,

            @Schema(description = "The partner reads it", maxLength = 1_000)
            String comment) {}

    /** An entry. */
    @Schema(name = "PartnerEntry")
    record PartnerEntryResource(
            UUID id,
            int version,
            UUID organisation,
            PartnerEntryKind kind,
            PartnerEntryState state,
            LocalDate received,
            @Nullable LocalDate on,

            @Schema(description = "What was counted, or who was paid")
            String label,

            String details,

            @Schema(description = "The number as the partner typed it")
            String typed,

            @Schema(description = "How its country reads it; null if it cannot be read") @Nullable
            BigDecimal figure,

            @Nullable String currency,

            @Schema(description = "How many people, all genders and not stated together") @Nullable
            Integer people,

            @Nullable UUID document,

            @Schema(description = "The page of the realisation or expense that it became") @Nullable
            String became) {

        static PartnerEntryResource of(PartnerEntryRow it) {
            return new PartnerEntryResource(
                    it.id().value(),
                    it.version(),
                    it.organisation().value(),
                    it.kind(),
                    it.state(),
                    it.receivedOn(),
                    it.happenedOn(),
                    it.label(),
                    it.details(),
                    it.typed(),
                    it.figure(),
                    it.currency(),
                    it.people(),
                    it.document() == null ? null : it.document().value(),
                    it.became());
        }
    }

    /** Entries. */
    @Schema(name = "PartnerEntryList")
    record PartnerEntryListResource(
            List<PartnerEntryResource> items, @Nullable String next) {}

    private record RequestedLink(String organisation, String language, Country country) {}

    /** Sent again it makes another link: its answer holds secrets, and is stored nowhere. */
    @PostMapping("/api/v1/partner-links")
    @Operation(summary = "Give a partner its page", description = "The address and the PIN are in this answer only.")
    @ApiResponse(
            responseCode = "201",
            description = "The link",
            content = @Content(schema = @Schema(implementation = PartnerLinkResource.class)))
    ResponseEntity<PartnerLinkResource> createLink(@RequestBody PartnerLinkRequest request) {
        RequestedLink input = JsonForm.read(
                request,
                (answers, form) -> new RequestedLink(
                        answers.text("organisation", 300),
                        PartnerLinkController.language(answers),
                        PartnerLinkController.country(answers, form.value("language"))));
        Optional<OrganisationId> known = TextParser.id(input.organisation()).map(OrganisationId::new);
        if (known.isPresent() && people.organisationNames(List.of(known.get())).isEmpty()) {
            throw new FieldsRefused(List.of(new Form.FieldProblem("organisation", "shell.form.choice", List.of())));
        }
        OrganisationId organisation = known.orElseGet(() -> people.findOrCreateOrganisation(input.organisation()));
        NewPartnerLink made = links.create(organisation, input.language(), input.country());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new PartnerLinkResource(made.id().value(), made.url(), made.pin()));
    }

    @GetMapping("/api/v1/partner-entries")
    @Requires(FieldworkPermissions.READ)
    @Operation(summary = "List what partners sent, the first received first")
    @Parameter(
            name = "state",
            description = "All states by default",
            schema = @Schema(implementation = PartnerEntryState.class))
    @PageParameters
    PartnerEntryListResource list(@Parameter(hidden = true) Form form) {
        ListSlice<PartnerEntryRow> slice = queries.findSlice(ListView.forApi(
                form, answers -> new PartnerEntryFilter(answers.find(PartnerEntryForm.STATE), null), USUAL, MOST));
        return new PartnerEntryListResource(
                slice.rows().stream().map(PartnerEntryResource::of).toList(), slice.next());
    }

    @GetMapping("/api/v1/partner-entries/{id}")
    @Requires(FieldworkPermissions.READ)
    @Operation(summary = "Read what a partner sent")
    PartnerEntryResource show(@PathVariable UUID id) {
        return PartnerEntryResource.of(queries.findById(new PartnerEntryId(id)));
    }

    @PostMapping("/api/v1/partner-entries/{id}/accept")
    @Operation(
            summary = "Accept what a partner sent",
            description = "What happened becomes a realisation, what was spent an expense for the accountant, once.")
    @ApiResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = PartnerEntryResource.class)))
    ResponseEntity<String> accept(
            @PathVariable UUID id, IdempotentPost post, @RequestBody EntryAcceptanceRequest request) {
        PartnerEntryId entry = new PartnerEntryId(id);
        return post.json(request, sent -> {
            PartnerEntryRow row = queries.findById(entry);
            entries.accept(entry, version(entry, sent.version()), JsonForm.read(sent, (answers, form) -> {
                if (row.isChanged()) {
                    // What it became stays: there is nothing to say of it.
                    JsonForm.refuseFilled(form, "title", "realisation", "line");
                }
                if (row.kind() == PartnerEntryKind.HAPPENED && !row.isChanged() && sent.title() == null) {
                    form.with("title", TextShortener.shorten(row.details(), LONGEST_TITLE));
                }
                if (row.kind() != PartnerEntryKind.HAPPENED) {
                    JsonForm.refuseFilled(form, "title", "realisation");
                }
                if (row.kind() != PartnerEntryKind.SPENT) {
                    JsonForm.refuseFilled(form, "line");
                }
                return PartnerEntryForm.read(answers, row);
            }));
            return answer(entry);
        });
    }

    @PostMapping("/api/v1/partner-entries/{id}/return")
    @Operation(summary = "Return what a partner sent, with a comment that it reads")
    @ApiResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = PartnerEntryResource.class)))
    ResponseEntity<String> returnWithComment(
            @PathVariable UUID id, IdempotentPost post, @RequestBody EntryReturnRequest request) {
        PartnerEntryId entry = new PartnerEntryId(id);
        return post.json(request, sent -> {
            entries.returnWithComment(
                    entry,
                    version(entry, sent.version()),
                    JsonForm.read(sent, (answers, form) -> answers.get(PartnerEntryForm.COMMENT)));
            return answer(entry);
        });
    }

    private int version(PartnerEntryId entry, @Nullable Integer read) {
        return read == null ? queries.findById(entry).version() : read;
    }

    private IdempotentResponse answer(PartnerEntryId entry) {
        return IdempotentResponse.created(PartnerEntryResource.of(queries.findById(entry)));
    }
}

package org.convergence.resources.subsidy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyContent;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimState;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyClaimService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.convergence.resources.subsidy.domain.SubsidyService;
import org.convergence.resources.subsidy.web.SubsidyApi.ClaimOfSubsidyRequest;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyClaimListResource;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyClaimRequest;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyClaimResource;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyFileResource;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyListResource;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyRequest;
import org.convergence.resources.subsidy.web.SubsidyApi.SubsidyResource;
import org.convergence.resources.subsidy.web.SubsidyForm.ClaimInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of wage subsidies. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(SubsidyPermissions.MANAGE)
@Tag(name = "subsidies")
record SubsidyApi(
        SubsidyService service,
        SubsidyClaimService claimService,
        SubsidyQueries queries,
        SubsidyClaimQueries claims,
        PeopleDirectory people) {

    @GetMapping("/api/v1/subsidies")
    @Requires(SubsidyPermissions.READ)
    @Operation(
            summary = "List wage subsidies",
            description =
                    "All of them with the permission to manage them; else one's own, and those whose weeks one approves.")
    SubsidyListResource list() {
        return new SubsidyListResource(Stream.of(false, true)
                .flatMap(over -> queries.findAll(over).stream())
                .map(SubsidyResource::of)
                .toList());
    }

    @GetMapping("/api/v1/subsidies/{id}")
    @Requires(SubsidyPermissions.READ)
    @Operation(summary = "Read a wage subsidy with its claims")
    SubsidyFileResource show(@PathVariable UUID id) {
        SubsidyId subsidy = new SubsidyId(id);
        return new SubsidyFileResource(
                SubsidyResource.of(queries.findById(subsidy)),
                claims.findBySubsidy(subsidy).stream()
                        .map(SubsidyClaimResource::of)
                        .toList());
    }

    @PostMapping("/api/v1/subsidies")
    @Operation(
            summary = "Open the file of a subsidised position",
            description = "Sent again under the same Idempotency-Key, it is opened once.")
    @ApiResponse(
            responseCode = "201",
            description = "The file",
            content = @Content(schema = @Schema(implementation = SubsidyResource.class)))
    ResponseEntity<String> create(IdempotentCreation post, @RequestBody SubsidyRequest request) {
        return post.json(request, this::create);
    }

    private IdempotentResponse create(SubsidyRequest request) {
        SubsidyId id = service.create(JsonForm.read(request, this::read));
        return IdempotentResponse.created(SubsidyResource.of(queries.findById(id)));
    }

    private SubsidyContent read(FormValues answers, Form form) {
        UUID person = answers.optionalId(SubsidyForm.PERSON);
        PersonId known = person == null ? null : new PersonId(person);
        if (known != null && people.personNames(List.of(known)).isEmpty()) {
            form.reject(SubsidyForm.PERSON, "shell.form.choice");
        }
        return SubsidyForm.read(answers, known, null);
    }

    @PostMapping("/api/v1/subsidies/{id}/claims")
    @Operation(
            summary = "Prepare a claim from approved hours",
            description = "Hours that another wage subsidy claims are left out. 422 if nothing can be claimed.")
    @ApiResponse(
            responseCode = "201",
            description = "The claim",
            content = @Content(schema = @Schema(implementation = SubsidyClaimResource.class)))
    ResponseEntity<String> prepare(
            @PathVariable UUID id, IdempotentCreation post, @RequestBody SubsidyClaimRequest request) {
        return post.json(request, sent -> prepare(new SubsidyId(id), sent));
    }

    private IdempotentResponse prepare(SubsidyId id, SubsidyClaimRequest request) {
        ClaimInput input = JsonForm.read(request, (answers, form) -> SubsidyForm.readClaim(answers));
        var claim = claims.findById(claimService.prepare(id, input.from(), input.to(), input.due()));
        return IdempotentResponse.created(SubsidyClaimResource.of(claim));
    }

    @GetMapping("/api/v1/claims")
    @Requires(SubsidyPermissions.READ)
    @Operation(summary = "List claims of wage subsidies, the latest first", description = "Of the files that one sees.")
    SubsidyClaimListResource listClaims() {
        return new SubsidyClaimListResource(
                claims.findAll().stream().map(SubsidyClaimResource::of).toList());
    }

    @PostMapping("/api/v1/claims")
    @Operation(
            summary = "Prepare a claim of a wage subsidy from approved hours",
            description = "As below the subsidy itself.")
    @ApiResponse(
            responseCode = "201",
            description = "The claim",
            content = @Content(schema = @Schema(implementation = SubsidyClaimResource.class)))
    ResponseEntity<String> prepareClaim(IdempotentCreation post, @RequestBody ClaimOfSubsidyRequest request) {
        return post.json(
                request,
                sent -> prepare(
                        new SubsidyId(sent.subsidy()), new SubsidyClaimRequest(sent.from(), sent.to(), sent.dueOn())));
    }

    /** A file to open. */
    record SubsidyRequest(
            @Schema(description = "Id of the programme") UUID programme,

            @Schema(minLength = 1, maxLength = 200) String position,

            @Schema(description = "The funder's number", maxLength = 100) @Nullable
            String reference,

            SubsidyState state,

            @Schema(description = "Null until the person is chosen") @Nullable
            UUID person,

            @Schema(description = "A contract of this person") @Nullable
            UUID contract,

            LocalDate startsOn,
            LocalDate endsOn,

            @Schema(description = "Approved weeks", minimum = "1", maximum = "520")
            int weeks,

            @Schema(description = "Approved hours a week") BigDecimal hours,

            @Schema(description = "Per hour, in dollars") BigDecimal wage,

            @Schema(description = "Employer charges in percent of the wage")
            BigDecimal charges,

            @Schema(description = "Approved share of the wage, in percent; null for the programme's") @Nullable
            BigDecimal percent,

            @Schema(description = "The most for this position, in dollars; null for the programme's") @Nullable
            BigDecimal most) {}

    /** A claim to prepare. */
    record SubsidyClaimRequest(
            LocalDate from,
            LocalDate to,

            @Schema(description = "The day by which it must be sent") @Nullable
            LocalDate dueOn) {}

    /** A claim to prepare, with its file. */
    record ClaimOfSubsidyRequest(
            @Schema(description = "Id of the wage subsidy") UUID subsidy,
            LocalDate from,
            LocalDate to,

            @Schema(description = "The day by which it must be sent") @Nullable
            LocalDate dueOn) {}

    /** Claims. */
    record SubsidyClaimListResource(List<SubsidyClaimResource> items) {}

    /** A file. */
    @Schema(name = "Subsidy")
    public record SubsidyResource(
            UUID id,
            String programme,
            String position,
            SubsidyState state,

            @Schema(description = "Null until the person is chosen") @Nullable
            UUID person,

            LocalDate startsOn,
            LocalDate endsOn,
            int weeks,

            @Schema(description = "Approved hours a week") BigDecimal hours,

            @Schema(description = "In claims not sent yet, in dollars")
            BigDecimal prepared,

            @Schema(description = "In claims sent, without the refused ones, in dollars")
            BigDecimal claimed,

            @Schema(description = "In dollars") BigDecimal paid) {

        static SubsidyResource of(SubsidyRow row) {
            return new SubsidyResource(
                    row.id().value(),
                    row.programme(),
                    row.position(),
                    row.state(),
                    row.person() == null ? null : row.person().value(),
                    row.startsOn(),
                    row.endsOn(),
                    row.weeks(),
                    row.hours(),
                    dollars(row.prepared()),
                    dollars(row.claimed()),
                    dollars(row.paid()));
        }
    }

    /** The files that the actor may see. */
    @Schema(name = "SubsidyList")
    public record SubsidyListResource(List<SubsidyResource> items) {}

    /** A claim. */
    @Schema(name = "SubsidyClaim")
    public record SubsidyClaimResource(
            UUID id,
            UUID subsidy,
            LocalDate from,
            LocalDate to,
            SubsidyClaimState state,

            @Schema(description = "Claimed hours") BigDecimal hours,

            @Schema(description = "In dollars") BigDecimal amount,

            @Nullable LocalDate sentOn,

            @Schema(description = "In dollars; null until it is paid") @Nullable
            BigDecimal paid) {

        static SubsidyClaimResource of(SubsidyClaim claim) {
            return new SubsidyClaimResource(
                    claim.id(),
                    claim.subsidy().value(),
                    claim.periodFrom(),
                    claim.periodTo(),
                    claim.state(),
                    claim.hours(),
                    dollars(claim.amount()),
                    claim.sentOn(),
                    claim.paidAmount() == null ? null : dollars(claim.paidAmount()));
        }
    }

    /** A file with its claims, the latest first. */
    @Schema(name = "SubsidyFile")
    public record SubsidyFileResource(SubsidyResource subsidy, List<SubsidyClaimResource> claims) {}

    private static BigDecimal dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}

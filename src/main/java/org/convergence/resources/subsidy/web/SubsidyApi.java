package org.convergence.resources.subsidy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.resources.subsidy.SubsidyId;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyClaimService;
import org.convergence.resources.subsidy.domain.SubsidyContent;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyService;
import org.convergence.resources.subsidy.web.SubsidyForm.ClaimInput;
import org.convergence.resources.subsidy.web.SubsidyResources.ClaimOfSubsidyRequest;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyClaimListResource;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyClaimRequest;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyClaimResource;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyFileResource;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyListResource;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyRequest;
import org.convergence.resources.subsidy.web.SubsidyResources.SubsidyResource;
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
class SubsidyApi {

    private final SubsidyService service;
    private final SubsidyClaimService claimService;
    private final SubsidyQueries queries;
    private final SubsidyClaimQueries claims;
    private final PeopleDirectory people;

    SubsidyApi(
            SubsidyService service,
            SubsidyClaimService claimService,
            SubsidyQueries queries,
            SubsidyClaimQueries claims,
            PeopleDirectory people) {
        this.service = service;
        this.claimService = claimService;
        this.queries = queries;
        this.claims = claims;
        this.people = people;
    }

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
    ResponseEntity<String> create(IdempotentPost post, @RequestBody SubsidyRequest request) {
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
            @PathVariable UUID id, IdempotentPost post, @RequestBody SubsidyClaimRequest request) {
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
    ResponseEntity<String> prepareClaim(IdempotentPost post, @RequestBody ClaimOfSubsidyRequest request) {
        return post.json(
                request,
                sent -> prepare(
                        new SubsidyId(sent.subsidy()), new SubsidyClaimRequest(sent.from(), sent.to(), sent.dueOn())));
    }
}

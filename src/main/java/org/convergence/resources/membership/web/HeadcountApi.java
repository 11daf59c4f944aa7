package org.convergence.resources.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Headcounts for programs. */
@RestController
@RequestMapping(path = "/api/v1/headcounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "headcounts")
record HeadcountApi(HeadcountService headcounts) {

    @GetMapping
    @Requires(MembershipPermissions.READ_HEADCOUNTS)
    @Operation(summary = "The headcounts of an organisation, the latest day first")
    @Parameter(
            name = "organisation",
            required = true,
            description = "Id of the organisation",
            schema = @Schema(type = "string", format = "uuid"))
    MembershipResources.HeadcountListResource said(@Parameter(hidden = true) Form form) {
        UUID organisation = form.read(answers -> answers.id("organisation"));
        return new MembershipResources.HeadcountListResource(
                headcounts.findByOrganisation(new OrganisationId(organisation)).stream()
                        .map(MembershipResources.HeadcountResource::of)
                        .toList());
    }

    @PostMapping
    @Requires(MembershipPermissions.DECLARE)
    @Operation(
            summary = "Record a headcount of an organisation",
            description = "Earlier ones stay. Sent again under the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The id of the headcount",
            content = @Content(schema = @Schema(implementation = MembershipResources.RecordedHeadcountResource.class)))
    ResponseEntity<String> declare(IdempotentCreation post, @RequestBody HeadcountRequest sent) {
        return post.json(sent, this::declare);
    }

    private IdempotentResponse declare(HeadcountRequest sent) {
        HeadcountFacts facts = JsonForm.read(
                sent,
                (answers, form) -> HeadcountController.read(
                        new OrganisationId(sent.organisation()), HeadcountController.whole(answers), answers));
        HeadcountId id = headcounts.declare(facts);
        return IdempotentResponse.created(new MembershipResources.RecordedHeadcountResource(id.value()));
    }

    /** A headcount to record. */
    record HeadcountRequest(
            @Schema(description = "Id of the organisation") UUID organisation,
            @Schema(description = "Not after today") LocalDate countedOn,
            @Schema(minimum = "0", maximum = "10000000") int number,
            HeadcountStatus status,

            @Schema(maxLength = 200, description = "Who attests it") @Nullable
            String saidBy,

            @Schema(maxLength = 500, description = "The evidence") @Nullable
            String evidence) {}
}

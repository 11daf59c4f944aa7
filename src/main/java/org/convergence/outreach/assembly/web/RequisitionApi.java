package org.convergence.outreach.assembly.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.Requisition;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionFacts;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionId;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionState;
import org.convergence.outreach.assembly.domain.RequisitionPolicy;
import org.convergence.outreach.assembly.domain.RequisitionService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests of members for a special assembly, for programs (R-GOV-5). */
@RestController
@RequestMapping("/api/v1")
@Requires(AssemblyPermissions.READ)
@Tag(name = "assembly")
record RequisitionApi(RequisitionService requisitions, BodyQueries bodies, OrganisationSettings settings) {

    /** A request of members to record. */
    record RequisitionRequest(
            @Schema(description = "The day on which it was deposited at the head office; not after today")
            LocalDate receivedOn,

            @Schema(description = "What the assembly is to deal with, one item a line", maxLength = 5_000)
            String business,

            @Schema(description = "The members that ask", minimum = "1", maximum = "100000")
            int members,

            @Schema(
                    description = "The members with a vote on that day: a tenth of them obliges the board",
                    minimum = "1",
                    maximum = "100000")
            int entitled) {}

    /** A request of members. */
    @Schema(name = "Requisition")
    record RequisitionResource(
            UUID id,
            UUID body,
            LocalDate receivedOn,
            String business,
            int members,
            int entitled,

            @Schema(description = "The last day on which the board holds the assembly in time")
            LocalDate lastDay,

            RequisitionState state,
            @Nullable LocalDate withdrawnOn,

            @Schema(description = "Id of the assembly that was called for it, even if it was cancelled since") @Nullable
            UUID meeting,

            @Schema(description = "Whether the members called it themselves")
            boolean byMembers) {

        static RequisitionResource of(Requisition it, LocalDate today) {
            return new RequisitionResource(
                    it.id().value(),
                    it.body().value(),
                    it.receivedOn(),
                    it.business(),
                    it.members(),
                    it.entitled(),
                    RequisitionPolicy.lastDay(it.receivedOn()),
                    RequisitionPolicy.findState(it, today),
                    it.withdrawnOn(),
                    it.meeting(),
                    it.byMembers());
        }
    }

    /** The requests for assemblies of a body. */
    @Schema(name = "Requisitions")
    record RequisitionListResource(List<RequisitionResource> requisitions) {}

    @GetMapping("/bodies/{id}/requisitions")
    @Operation(
            summary = "List the requests of members for special assemblies of a body",
            description = "The latest first, at most 50.")
    RequisitionListResource listRequisitions(@PathVariable UUID id) {
        BodyId body = bodies.findById(new BodyId(id)).typedId();
        LocalDate today = settings.today();
        return new RequisitionListResource(requisitions.findByBody(body).stream()
                .map(each -> RequisitionResource.of(each, today))
                .toList());
    }

    @GetMapping("/requisitions/{id}")
    @Operation(summary = "Read a request of members for a special assembly")
    RequisitionResource readRequisition(@PathVariable UUID id) {
        return RequisitionResource.of(requisitions.findById(new RequisitionId(id)), settings.today());
    }

    @PostMapping("/bodies/{id}/requisitions")
    @Requires(AssemblyPermissions.PREPARE)
    @Operation(
            summary = "Record a request of members for a special assembly",
            description =
                    "Of a general assembly only; any other body is refused with 422. The board then has 21 days to"
                            + " hold it. Sent again under the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The request, with its state and its last day",
            content = @Content(schema = @Schema(implementation = RequisitionResource.class)))
    ResponseEntity<String> recordRequisition(
            @PathVariable UUID id, IdempotentCreation post, @RequestBody RequisitionRequest sent) {
        return post.json(sent, it -> {
            RequisitionFacts facts =
                    JsonForm.read(it, (answers, form) -> RequisitionController.read(form, answers, true));
            RequisitionId made = requisitions.save(new BodyId(id), null, 0, facts);
            return IdempotentResponse.created("/api/v1/requisitions/" + made.value(), readRequisition(made.value()));
        });
    }
}

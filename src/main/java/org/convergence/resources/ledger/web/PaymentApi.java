package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments in the JSON API. */
@RestController
@RequestMapping(path = "/api/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "payments")
record PaymentApi(
        PaymentQueries payments, PaymentService paymentService, PaymentForm forms, PaymentProposals proposals) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    @GetMapping
    @Requires(LedgerPermissions.READ)
    @Operation(summary = "List payments, the latest first")
    @Parameter(name = "party", description = "Id of the payer", schema = @Schema(type = "string", format = "uuid"))
    @PageParameters
    LedgerResources.PaymentPageResource list(@Parameter(hidden = true) Form form) {
        ListSlice<PaymentQueries.PaymentSummary> slice = payments.findSlice(ListView.forApi(
                form, answers -> new PaymentQueries.PaymentFilter(answers.optionalId("party"), ""), USUAL, MOST));
        return new LedgerResources.PaymentPageResource(
                slice.rows().stream()
                        .map(it -> LedgerResources.PaymentResource.of(it, null))
                        .toList(),
                slice.next());
    }

    @GetMapping("/{id}")
    @Requires(LedgerPermissions.READ)
    @Operation(summary = "One payment with what it settles")
    LedgerResources.PaymentResource one(@PathVariable UUID id) {
        PaymentId payment = new PaymentId(id);
        return LedgerResources.PaymentResource.of(payments.findById(payment), payments.findAllocations(payment));
    }

    @PostMapping
    @Requires(LedgerPermissions.RECORD)
    @Operation(
            summary = "Record a payment",
            description =
                    "It settles the payer's invoice of the same amount, or else the oldest first; the rest is an advance."
                            + " Sent again under the same Idempotency-Key, it is recorded once.")
    @ApiResponse(
            responseCode = "201",
            description = "The id of the payment",
            content = @Content(schema = @Schema(implementation = LedgerResources.RecordedPaymentResource.class)))
    ResponseEntity<String> receive(IdempotentCreation post, @RequestBody PaymentRequest sent) {
        return post.json(sent, this::receive);
    }

    private IdempotentResponse receive(PaymentRequest sent) {
        PaymentForm.PaymentInput said = JsonForm.read(sent, (answers, form) -> forms.read(form, answers));
        PaymentId id = paymentService.receive(said.facts(), proposals.propose(said.facts()));
        return IdempotentResponse.created(new LedgerResources.RecordedPaymentResource(id.value()));
    }

    /** A payment to record. */
    record PaymentRequest(
            @Schema(description = "Id of the organisation that paid") @Nullable
            UUID organisation,

            @Schema(description = "Id of the person who paid; not with an organisation") @Nullable
            UUID person,

            @Schema(maxLength = 200, description = "The name on the cheque, where it is another") @Nullable
            String payer,

            PaymentMethod method,
            @Schema(description = "Not after today") LocalDate received,
            @Schema(maxLength = 100) @Nullable String reference,

            @Schema(description = "CAD by default") @Nullable
            String currency,

            @Schema(minimum = "0.01") BigDecimal amount,

            @Schema(description = "Id of the bank account in the books; the first by default") @Nullable
            UUID bank,

            @Schema(maxLength = 500) @Nullable String remark) {}
}

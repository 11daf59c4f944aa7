package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.Answer;
import org.convergence.platform.idempotency.PostedOnce;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.shell.Slice;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.Payments;
import org.convergence.resources.ledger.domain.Receiving;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments in the JSON API. */
@RestController
@RequestMapping(path = "/api/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "payments")
class PaymentApi {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final Payments payments;
    private final Receiving receiving;
    private final PaymentForms forms;
    private final PaymentProposals proposals;
    private final PostedOnce posted;

    PaymentApi(
            Payments payments, Receiving receiving, PaymentForms forms, PaymentProposals proposals, PostedOnce posted) {
        this.payments = payments;
        this.receiving = receiving;
        this.forms = forms;
        this.proposals = proposals;
        this.posted = posted;
    }

    @GetMapping
    @Requires(LedgerPermissions.READ)
    @Operation(summary = "List payments, the latest first")
    @Parameter(name = "party", description = "Id of who paid", schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "limit",
            description = "How many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
    @Parameter(name = "after", description = "What the page before gave as next")
    LedgerJson.AllPayments list(@Parameter(hidden = true) Form form) {
        if (!form.filled("limit")) {
            form.with("limit", USUAL);
        }
        UUID party = form.read(answers -> answers.optionalId("party"));
        int limit = form.read(answers -> answers.whole("limit", 1, MOST));
        Slice<Payments.Line> slice =
                Slice.of(payments.some(party, "", form.value("after"), limit + 1), limit, Payments.Line::position);
        return new LedgerJson.AllPayments(
                slice.rows().stream().map(it -> LedgerJson.Payment.of(it, null)).toList(), slice.next());
    }

    @GetMapping("/{id}")
    @Requires(LedgerPermissions.READ)
    @Operation(summary = "One payment with what it settles")
    LedgerJson.Payment one(@PathVariable UUID id) {
        PaymentId payment = new PaymentId(id);
        return LedgerJson.Payment.of(payments.one(payment), payments.settledBy(payment));
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
            content = @Content(schema = @Schema(implementation = LedgerJson.Recorded.class)))
    ResponseEntity<String> receive(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            @RequestBody PaymentRequest sent) {
        return posted.json(key, request, sent, this::receive);
    }

    private Answer receive(PaymentRequest sent) {
        PaymentForms.Said said = JsonForm.read(sent, (answers, form) -> forms.read(form, answers));
        PaymentId id = receiving.receive(said.facts(), proposals.of(said.facts()));
        return new Answer(
                201, null, Json.of(new LedgerJson.Recorded(id.value())).toString());
    }
}

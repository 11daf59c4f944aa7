package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.resources.ledger.PaymentMethod;
import org.jspecify.annotations.Nullable;

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

        @Schema(description = "CAD by default") @Nullable String currency,

        @Schema(minimum = "0.01") BigDecimal amount,

        @Schema(description = "Id of the bank account in the books; the first by default") @Nullable
        UUID bank,

        @Schema(maxLength = 500) @Nullable String remark) {}

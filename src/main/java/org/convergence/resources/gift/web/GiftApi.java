package org.convergence.resources.gift.web;

import io.swagger.v3.oas.annotations.Operation;
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
import org.convergence.platform.shell.JsonForm;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.web.GiftForm.GiftInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gifts in the API. */
@RestController
@RequestMapping(path = "/api/v1/gifts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "gifts")
record GiftApi(GiftService gifts, GiftForm forms) {

    /** A gift to record. */
    record GiftRequest(
            @Schema(description = "Id of the person who gave") @Nullable
            UUID person,

            @Schema(description = "Id of the organisation that gave; not with a person") @Nullable
            UUID organisation,

            @Schema(description = "Not with a person or an organisation; one of the three is needed") @Nullable
            Boolean anonymous,

            GiftMethod method,
            @Schema(description = "Not after today") LocalDate received,

            @Schema(description = "Above zero; in kind the value, which may be missing") @Nullable
            BigDecimal amount,

            @Schema(description = "CAD by default") @Nullable
            String currency,

            @Schema(maxLength = 100, description = "Number of the cheque or transfer") @Nullable
            String reference,

            @Schema(maxLength = 300, description = "What was given in kind") @Nullable
            String description,

            @Schema(maxLength = 500) @Nullable String remark,

            @Schema(description = "Id of the restricted fund, or of that of the appeal; any purpose without it")
            @Nullable
            UUID fund,

            @Schema(description = "Whether the same gift is awaited each month") @Nullable
            Boolean monthly) {}

    /** The id of a recorded gift. */
    @Schema(name = "RecordedGift")
    record RecordedGiftResource(UUID id) {}

    @PostMapping
    @Requires(GiftPermissions.RECORD)
    @Operation(
            summary = "Record a gift",
            description =
                    "Money enters the ledger and its fund. Sent again under the same Idempotency-Key, it is recorded"
                            + " once.")
    @ApiResponse(
            responseCode = "201",
            description = "The id of the gift",
            content = @Content(schema = @Schema(implementation = RecordedGiftResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody GiftRequest request) {
        return post.json(request, this::record);
    }

    private IdempotentResponse record(GiftRequest request) {
        GiftInput input = JsonForm.read(request, (answers, form) -> forms.read(answers));
        GiftId id = gifts.record(input.facts(), input.origin());
        return IdempotentResponse.created(new RecordedGiftResource(id.value()));
    }
}

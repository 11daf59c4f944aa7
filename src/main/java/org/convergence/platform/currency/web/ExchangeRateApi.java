package org.convergence.platform.currency.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.CurrencyPermissions;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateId;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.shell.ApiAmount;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates in the API. */
@RestController
@RequestMapping(path = "/api/v1/rates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "rates")
record ExchangeRateApi(ExchangeRateService rates) {

    /** A rate to add. */
    record ExchangeRateRequest(
            @Schema(description = "Code of the currency of which one unit is meant, such as MXN")
            String from,

            @Schema(description = "Code of the currency in which it is worth the rate, such as CAD")
            String to,

            @Schema(description = "Above zero, such as 0.0737", pattern = ApiAmount.PATTERN)
            String rate,

            @Schema(description = "The first day for which it was published")
            LocalDate validFrom,

            @Schema(description = "The last one; else the first") @Nullable
            LocalDate validTo,

            @Schema(minLength = 1, maxLength = ExchangeRate.LONGEST_SOURCE)
            String source,

            @Schema(description = "Accepts a rate five times the last one, or a fifth of it") @Nullable
            Boolean confirmed) {}

    /** The rate that was added, or known before. */
    @Schema(name = "Rate")
    record ExchangeRateResource(
            UUID id, String from, String to, String rate, LocalDate validFrom, LocalDate validTo, String source) {

        static ExchangeRateResource of(ExchangeRateId id, ExchangeRate it) {
            return new ExchangeRateResource(
                    id.value(),
                    it.fromCurrency(),
                    it.toCurrency(),
                    it.rate().toPlainString(),
                    it.validFrom(),
                    it.validTo(),
                    it.source());
        }
    }

    @PostMapping
    @Requires(CurrencyPermissions.EDIT)
    @Operation(
            summary = "Add an exchange rate",
            description = "One unit of from is worth rate units of to. A rate that is known already is answered with"
                    + " its id; another value for the same first day is refused.")
    @ApiResponse(
            responseCode = "201",
            description = "The rate",
            content = @Content(schema = @Schema(implementation = ExchangeRateResource.class)))
    ResponseEntity<String> record(IdempotentCreation post, @RequestBody ExchangeRateRequest request) {
        return post.json(request, this::record);
    }

    private IdempotentResponse record(ExchangeRateRequest request) {
        ExchangeRate rate = JsonForm.read(request, (answers, form) -> ExchangeRateForm.read(answers));
        ExchangeRateId id = rates.record(rate, Boolean.TRUE.equals(request.confirmed()));
        return IdempotentResponse.created(ExchangeRateResource.of(id, rate));
    }
}

package org.convergence.resources.fund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.FundPermissions;
import org.convergence.resources.fund.domain.FundPolicy;
import org.convergence.resources.fund.domain.FundPolicy.MovedAmount;
import org.convergence.resources.fund.domain.FundPolicy.RollForward;
import org.convergence.resources.fund.domain.FundQueries;
import org.convergence.resources.fund.domain.FundQueries.FundRow;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Restricted funds in the API. */
@RestController
@RequestMapping(path = "/api/v1/funds", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "funds")
record FundApi(FundQueries queries, OrganisationSettings settings) {

    /** A fund with the roll-forward of the current fiscal year. */
    @Schema(name = "Fund")
    record FundResource(
            UUID id,
            String name,
            FundNature nature,
            String currency,

            @Schema(description = "The will, the agreement or the resolution that restricts it")
            String origin,

            String purpose,

            @Schema(description = "All that it holds") String balance,

            @Schema(description = "What may be used, without the capital of an endowment")
            String available,

            FundYearResource year) {}

    /** The roll-forward of a fiscal year: opening + additions − uses = closing. */
    @Schema(name = "FundYear")
    record FundYearResource(
            LocalDate from,
            LocalDate to,
            String opening,

            @Schema(description = "The sum of each kind of movement that occurs; uses are above zero")
            Map<FundMovementKind, String> moved,

            String closing) {}

    /** A fund in the list. */
    record FundNameResource(UUID id, String name, FundNature nature) {}

    /** All funds. */
    record FundListResource(List<FundNameResource> items) {}

    @GetMapping
    @Requires(FundPermissions.READ)
    @Operation(summary = "List restricted funds, by name")
    FundListResource list() {
        return new FundListResource(queries.findAll().stream()
                .map(each -> new FundNameResource(each.id().value(), each.name(), each.nature()))
                .toList());
    }

    @GetMapping("/{id}")
    @Requires(FundPermissions.READ)
    @Operation(summary = "A restricted fund, with its roll-forward of the fiscal year")
    FundResource find(@PathVariable UUID id) {
        FundId fund = new FundId(Objects.requireNonNull(id));
        FundRow it = queries.findById(fund);
        LocalDate first = settings.current().fiscalYearOf(settings.today());
        List<MovedAmount> moved = queries.findMoved(fund, first);
        LocalDate last = first.plusYears(1).minusDays(1);
        RollForward year = FundPolicy.rollForward(moved, first, last);
        Map<FundMovementKind, String> sums = new EnumMap<>(FundMovementKind.class);
        year.moved().forEach((kind, amount) -> sums.put(kind, amount.toPlainString()));
        return new FundResource(
                id,
                it.name(),
                it.nature(),
                it.currency(),
                it.origin(),
                it.purpose(),
                it.balance().getAmount().toPlainString(),
                FundPolicy.available(moved, settings.today()).toPlainString(),
                new FundYearResource(
                        first,
                        last,
                        year.opening().toPlainString(),
                        sums,
                        year.closing().toPlainString()));
    }
}

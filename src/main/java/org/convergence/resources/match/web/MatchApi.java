package org.convergence.resources.match.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.match.domain.MatchQueries;
import org.convergence.resources.match.domain.MatchQueries.MatchedAgreement;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetMatches.BudgetMatch;
import org.convergence.resources.spending.BudgetMatches.MatchEntry;
import org.convergence.resources.spending.BudgetMatches.MatchProblem;
import org.convergence.resources.spending.BudgetMatches.MatchTotals;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The match of agreements in the API. */
@RestController
@RequestMapping(path = "/api/v1/matches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "matches")
record MatchApi(MatchQueries queries, BudgetMatches matches) {

    /** The match of an agreement; amounts are in its currency. */
    @Schema(name = "Match")
    record MatchResource(
            UUID agreement,
            String currency,
            String required,

            @Schema(description = "The most that counts in kind; absent without a limit") @Nullable
            String inKindMost,

            MatchTotalsResource cash,
            MatchTotalsResource inKind,

            @Schema(description = "Still to find; promised sources count")
            String left,

            @Schema(description = "Rules that block the filing of a report")
            List<MatchProblem> problems,

            List<MatchSourceResource> sources) {}

    /** Sums of sources. */
    @Schema(name = "MatchTotals")
    record MatchTotalsResource(
            String promised,
            String confirmed,

            @Schema(description = "The part of the confirmed sources that filed reports counted")
            String used) {

        MatchTotalsResource(MatchTotals totals) {
            this(
                    totals.promised().toPlainString(),
                    totals.confirmed().toPlainString(),
                    totals.used().toPlainString());
        }
    }

    /** A source, without the name of the giver. */
    @Schema(name = "MatchSource")
    record MatchSourceResource(
            UUID id,
            MatchKind kind,
            LocalDate day,
            String amount,
            @Nullable LocalDate confirmedOn) {

        MatchSourceResource(MatchEntry source) {
            this(source.id(), source.kind(), source.day(), source.amount().toPlainString(), source.confirmedOn());
        }
    }

    @GetMapping("/{agreement}")
    @Requires(GrantPermissions.READ)
    @Operation(summary = "The match of an agreement: asked, promised, confirmed, used, left to find")
    MatchResource find(@Parameter(description = "The id of the agreement") @PathVariable AgreementId agreement) {
        MatchedAgreement matched = queries.findAgreement(agreement);
        BudgetMatch match = matches.find(agreement.subject(), new BudgetPeriod(matched.startsOn(), matched.endsOn()))
                .orElseThrow(() -> new NotFound("match"));
        BigDecimal most = match.inKindMost();
        return new MatchResource(
                agreement.value(),
                matched.currency(),
                match.required().toPlainString(),
                most == null ? null : most.toPlainString(),
                new MatchTotalsResource(match.cash()),
                new MatchTotalsResource(match.inKind()),
                match.left().toPlainString(),
                match.problems(),
                match.entries().stream().map(MatchSourceResource::new).toList());
    }
}

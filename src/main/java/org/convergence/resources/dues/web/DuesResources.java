package org.convergence.resources.dues.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.Bracket;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.jspecify.annotations.Nullable;

/** The JSON resources of dues. */
public final class DuesResources {

    private DuesResources() {}

    /** A rate. */
    @Schema(name = "DuesRate")
    public record RateResource(
            UUID id,
            UUID category,

            @Schema(description = "Its first day in force") LocalDate since,

            RateShape shape,
            String currency,

            @Schema(description = "The whole amount, or that per person; 0 if there are brackets")
            BigDecimal amount,

            List<BracketResource> brackets,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {

        static RateResource of(AdoptedRate it) {
            return new RateResource(
                    it.id().value(),
                    it.category().value(),
                    it.since(),
                    it.rate().shape(),
                    it.rate().currency().getCode(),
                    it.rate().amount(),
                    it.rate().brackets().stream().map(BracketResource::of).toList(),
                    it.rate().minimum(),
                    it.rate().maximum());
        }
    }

    /** A row of a table of brackets. */
    @Schema(name = "DuesBracket")
    public record BracketResource(int from, BigDecimal amount) {

        static BracketResource of(Bracket it) {
            return new BracketResource(it.from(), it.amount());
        }
    }

    /** The rates, the latest first. */
    @Schema(name = "DuesRates")
    public record RateListResource(List<RateResource> items) {}

    /** What a call asks of a member. */
    @Schema(name = "DuesRunLine")
    public record DuesRunLineResource(
            UUID membership,

            @Schema(description = "Null where a person is the member") @Nullable
            UUID organisation,

            String name,
            @Nullable Integer headcount,

            @Schema(description = "Whether it is a year old or more")
            boolean carriedOver,

            @Schema(description = "Null if unknown") @Nullable
            BigDecimal amount,

            @Nullable String currency,

            @Schema(description = "From a year before; null if unknown") @Nullable
            BigDecimal difference,

            @Schema(description = "Whether it can be reached by mail or post")
            boolean reachable,

            @Schema(
                    description = "Whether it is invoiced: not a person without consent to appeals, nor a member with"
                            + " an overlapping dues invoice or leaving before the period")
            boolean allowed,

            @Schema(description = "Number of its invoice; null for none") @Nullable
            String invoice) {

        static DuesRunLineResource of(CallLine it) {
            var used = it.share().headcount();
            var amount = it.amount();
            var invoice = it.invoice();
            return new DuesRunLineResource(
                    it.share().member().id().value(),
                    it.share().member().member() instanceof OrganisationId id ? id.value() : null,
                    it.share().member().name(),
                    used == null ? null : used.number(),
                    used != null && used.carriedOver(),
                    amount == null ? null : amount.getAmount(),
                    amount == null ? null : amount.getCurrencyUnit().getCode(),
                    it.share().difference(),
                    it.share().reach().isReachable(),
                    it.leftOut() == null && it.notAsked() == null,
                    invoice == null ? null : invoice.number());
        }
    }

    /** An issue of a call, or its dry run. */
    @Schema(name = "DuesRun")
    public record DuesRunResource(
            UUID call,

            @Schema(description = "The job that issues its invoices; null for a dry run") @Nullable
            UUID job,

            @Schema(description = "How many members are invoiced")
            int members,

            @Schema(description = "Lines of a dry run; empty otherwise")
            List<DuesRunLineResource> lines) {}
}

package org.convergence.resources.subsidy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.subsidy.SubsidyClaimState;
import org.convergence.resources.subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;
import org.jspecify.annotations.Nullable;

/** The requests and responses of the API of wage subsidies. */
public final class SubsidyResources {

    private SubsidyResources() {}

    /** A file to open. */
    record SubsidyRequest(
            @Schema(description = "Id of the programme") UUID programme,

            @Schema(minLength = 1, maxLength = 200) String position,

            @Schema(description = "The funder's number", maxLength = 100) @Nullable
            String reference,

            SubsidyState state,

            @Schema(description = "Null until the person is chosen") @Nullable
            UUID person,

            @Schema(description = "A contract of this person") @Nullable
            UUID contract,

            LocalDate startsOn,
            LocalDate endsOn,

            @Schema(description = "Approved weeks", minimum = "1", maximum = "520")
            int weeks,

            @Schema(description = "Approved hours a week") BigDecimal hours,

            @Schema(description = "Per hour, in dollars") BigDecimal wage,

            @Schema(description = "Employer charges in percent of the wage")
            BigDecimal charges,

            @Schema(description = "Approved share of the wage, in percent; null for the programme's") @Nullable
            BigDecimal percent,

            @Schema(description = "The most for this position, in dollars; null for the programme's") @Nullable
            BigDecimal most) {}

    /** A claim to prepare. */
    record SubsidyClaimRequest(
            LocalDate from,
            LocalDate to,

            @Schema(description = "The day by which it must be sent") @Nullable
            LocalDate dueOn) {}

    /** A claim to prepare, with its file. */
    record ClaimOfSubsidyRequest(
            @Schema(description = "Id of the wage subsidy") UUID subsidy,
            LocalDate from,
            LocalDate to,

            @Schema(description = "The day by which it must be sent") @Nullable
            LocalDate dueOn) {}

    /** Claims. */
    record SubsidyClaimListResource(List<SubsidyClaimResource> items) {}

    /** A file. */
    @Schema(name = "Subsidy")
    public record SubsidyResource(
            UUID id,
            String programme,
            String position,
            SubsidyState state,

            @Schema(description = "Null until the person is chosen") @Nullable
            UUID person,

            LocalDate startsOn,
            LocalDate endsOn,
            int weeks,

            @Schema(description = "Approved hours a week") BigDecimal hours,

            @Schema(description = "Without refused claims, in dollars")
            BigDecimal claimed,

            @Schema(description = "In dollars") BigDecimal paid) {

        static SubsidyResource of(SubsidyRow row) {
            return new SubsidyResource(
                    row.id().value(),
                    row.programme(),
                    row.position(),
                    row.state(),
                    row.person() == null ? null : row.person().value(),
                    row.startsOn(),
                    row.endsOn(),
                    row.weeks(),
                    row.hours(),
                    dollars(row.claimed()),
                    dollars(row.paid()));
        }
    }

    /** The files that the actor may see. */
    @Schema(name = "SubsidyList")
    public record SubsidyListResource(List<SubsidyResource> items) {}

    /** A claim. */
    @Schema(name = "SubsidyClaim")
    public record SubsidyClaimResource(
            UUID id,
            UUID subsidy,
            LocalDate from,
            LocalDate to,
            SubsidyClaimState state,

            @Schema(description = "Claimed hours") BigDecimal hours,

            @Schema(description = "In dollars") BigDecimal amount,

            @Nullable LocalDate sentOn,

            @Schema(description = "In dollars; null until it is paid") @Nullable
            BigDecimal paid) {

        static SubsidyClaimResource of(SubsidyClaim claim) {
            return new SubsidyClaimResource(
                    claim.id(),
                    claim.subsidy().value(),
                    claim.periodFrom(),
                    claim.periodTo(),
                    claim.state(),
                    claim.hours(),
                    dollars(claim.amount()),
                    claim.sentOn(),
                    claim.paidAmount() == null ? null : dollars(claim.paidAmount()));
        }
    }

    /** A file with its claims, the latest first. */
    @Schema(name = "SubsidyFile")
    public record SubsidyFileResource(SubsidyResource subsidy, List<SubsidyClaimResource> claims) {}

    private static BigDecimal dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}

package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.subsidy.HourClaims;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A claim of a period.
 *
 * @param dueOn the day by which it must be sent; {@code null} for none
 * @param amount the sum of its days, rounded once
 * @param confirmation the funder's number; kept when the sending is taken back
 * @param decidedOn the day it was paid or refused
 */
@Table(schema = "resources", value = "subsidy_claim")
public record SubsidyClaim(
        @Id UUID id,
        @Version int version,
        SubsidyId subsidy,
        LocalDate periodFrom,
        LocalDate periodTo,
        @Nullable LocalDate dueOn,
        SubsidyClaimState state,
        BigDecimal hours,
        BigDecimal amount,
        @Nullable LocalDate sentOn,
        @Nullable String confirmation,
        @Nullable LocalDate decidedOn,
        @Nullable BigDecimal paidAmount,
        @Nullable String reason) {

    static final String TABLE = "resources.subsidy_claim";

    static SubsidyClaim prepare(SubsidyId subsidy, LocalDate from, LocalDate to, @Nullable LocalDate due) {
        return new SubsidyClaim(
                Ids.next(),
                0,
                subsidy,
                from,
                to,
                due,
                SubsidyClaimState.PREPARED,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null);
    }

    SubsidyClaim computed(BigDecimal sumOfHours, BigDecimal sum) {
        return new SubsidyClaim(
                id,
                version,
                subsidy,
                periodFrom,
                periodTo,
                dueOn,
                state,
                sumOfHours,
                sum,
                null,
                confirmation,
                null,
                null,
                null);
    }

    SubsidyClaim prepared() {
        return with(SubsidyClaimState.PREPARED, null, confirmation, null, null, null);
    }

    SubsidyClaim sent(LocalDate day, @Nullable String number) {
        return with(SubsidyClaimState.SENT, day, number, null, null, null);
    }

    SubsidyClaim paid(LocalDate day, BigDecimal sum) {
        return with(SubsidyClaimState.PAID, sentOn, confirmation, day, sum, null);
    }

    SubsidyClaim refused(LocalDate day, String why) {
        return with(SubsidyClaimState.REFUSED, sentOn, confirmation, day, null, why);
    }

    private SubsidyClaim with(
            SubsidyClaimState now,
            @Nullable LocalDate sent,
            @Nullable String number,
            @Nullable LocalDate decided,
            @Nullable BigDecimal paid,
            @Nullable String why) {
        return new SubsidyClaim(
                id,
                version,
                subsidy,
                periodFrom,
                periodTo,
                dueOn,
                now,
                hours,
                amount,
                sent,
                number,
                decided,
                paid,
                why);
    }

    /** Its reference among the claims on hours. */
    String claimant() {
        return HourClaims.WAGE_SUBSIDY + "claim/" + id;
    }

    public SubsidyClaimId typedId() {
        return new SubsidyClaimId(id);
    }

    /** The state of a claim. */
    public enum SubsidyClaimState {
        /** Computed, and not sent yet. */
        PREPARED(Tone.WARN),
        /** Sent to the funder. */
        SENT(Tone.ACTIVE),
        /** Paid by the funder. */
        PAID(Tone.OK),
        /** Refused by the funder: its hours may be claimed again. */
        REFUSED(Tone.REST);

        private final Tone tone;

        SubsidyClaimState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "subsidy.claim.state." + name();
        }
    }

    /** A claim of a wage subsidy. */
    public record SubsidyClaimId(UUID value) implements Identifier {}
}

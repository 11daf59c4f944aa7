package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountPolicy;
import org.convergence.resources.membership.domain.MemberQueries;
import org.jspecify.annotations.Nullable;

/**
 * The amount that a member would owe in a call, with the reason if it cannot be computed.
 *
 * @param headcount the one used; {@code null} where none is declared or the rate needs none
 * @param rate {@code null} where none is in force
 * @param owed {@code null} where no rate is in force or the headcount is missing
 * @param before the amount a year earlier; {@code null} where it cannot be computed
 * @param lacks what is missing for an amount
 * @param reach the billing recipient
 */
public record MemberAssessment(
        MemberQueries.MemberRow member,
        @Nullable AssessedHeadcount headcount,
        @Nullable AdoptedRate rate,
        @Nullable DuesAmount owed,
        @Nullable DuesAmount before,
        @Nullable MissingInput lacks,
        BillingRecipients.BillingRecipient reach) {

    /**
     * The headcount used.
     *
     * @param on the day it counts for
     * @param carriedOver whether that is a year or more before the reference date
     */
    public record AssessedHeadcount(int number, HeadcountStatus status, LocalDate on, boolean carriedOver) {

        static AssessedHeadcount of(HeadcountPolicy.EffectiveHeadcount used) {
            HeadcountFacts facts = used.headcount().facts();
            return new AssessedHeadcount(facts.number(), facts.status(), facts.countedOn(), used.carriedOver());
        }
    }

    /** The share as issued, whatever was adopted or declared since. */
    MemberAssessment asIssued(AdoptedRate adopted, @Nullable AssessedHeadcount counted) {
        DuesAmount asked = DuesPolicy.computeDues(adopted.rate(), counted == null ? 0 : counted.number());
        return new MemberAssessment(member, counted, adopted, asked, before, null, reach);
    }

    /** What is missing for an amount. */
    public enum MissingInput {
        RATE,
        HEADCOUNT;

        /** The message key of its name. */
        public String key() {
            return "dues.lack." + name();
        }
    }

    /** The increase over a year earlier; {@code null} where one of both cannot be computed, or the currency changed. */
    public @Nullable BigDecimal difference() {
        return owed == null
                        || before == null
                        || !owed.amount()
                                .getCurrencyUnit()
                                .equals(before.amount().getCurrencyUnit())
                ? null
                : owed.amount().getAmount().subtract(before.amount().getAmount());
    }
}

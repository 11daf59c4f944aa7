package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountPolicy;
import org.convergence.resources.membership.domain.MemberList;
import org.jspecify.annotations.Nullable;

/**
 * What a member would owe.
 *
 * @param headcount that is used; {@code null} where nothing was said, or where nobody is counted
 * @param rate by which it is computed; {@code null} where none is in force
 * @param owed {@code null} where it cannot be said: no rate is in force, or the headcount is missing
 * @param before what the same would have been a year earlier; {@code null} where it cannot be said
 * @param lacks what stands in the way
 * @param reach to whom one writes about it
 */
public record Share(
        MemberList.Line member,
        @Nullable Counted headcount,
        @Nullable AdoptedRate rate,
        @Nullable Owed owed,
        @Nullable Owed before,
        @Nullable Lack lacks,
        Reaching.Reach reach) {

    /**
     * By how many people.
     *
     * @param on the day of which it was said
     * @param carriedOver whether that is a year or more before the day that counts
     */
    public record Counted(int number, HeadcountStatus status, LocalDate on, boolean carriedOver) {

        static Counted of(HeadcountPolicy.Used used) {
            HeadcountFacts facts = used.headcount().facts();
            return new Counted(facts.number(), facts.status(), facts.countedOn(), used.carriedOver());
        }
    }

    /** The same as it was issued, whatever was adopted or said since. */
    Share issuedBy(AdoptedRate adopted, @Nullable Counted counted) {
        Owed asked = DuesPolicy.owed(adopted.rate(), counted == null ? 0 : counted.number());
        return new Share(member, counted, adopted, asked, before, null, reach);
    }

    /** What stands in the way of an amount. */
    public enum Lack {
        RATE,
        HEADCOUNT;

        /** The message that says so. */
        public String key() {
            return "dues.lack." + name();
        }
    }

    /** How much more than a year earlier; {@code null} where one of both cannot be said, or in another currency. */
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

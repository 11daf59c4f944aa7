package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import org.convergence.resources.membership.domain.HeadcountPolicy;
import org.convergence.resources.membership.domain.MemberList;
import org.jspecify.annotations.Nullable;

/**
 * What a member would owe.
 *
 * @param headcount that is used; {@code null} where nothing was said, or where nobody is counted
 * @param owed {@code null} where it cannot be said: no rate is in force, or the headcount is missing
 * @param before what the same would have been a year earlier; {@code null} where it cannot be said
 * @param lacks what stands in the way
 * @param reach to whom one writes about it
 */
public record Share(
        MemberList.Line member,
        HeadcountPolicy.@Nullable Used headcount,
        @Nullable Owed owed,
        @Nullable Owed before,
        @Nullable Lack lacks,
        Reaching.Reach reach) {

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

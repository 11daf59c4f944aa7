package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.domain.AgreementGaps;
import org.joda.money.Money;

/** Money of an agreement, drawn and in words. */
final class AgreementFormatter {

    private AgreementFormatter() {}

    /** Spent, committed and left; what is overspent is drawn as such. */
    static List<BarSegment> bar(Money budget, Money committed, Money spent) {
        Money left = budget.minus(committed).minus(spent);
        return left.isNegative()
                ? List.of(new BarSegment(Tone.ACTIVE, units(budget)), new BarSegment(Tone.BAD, units(left.negated())))
                : List.of(
                        new BarSegment(Tone.ACTIVE, units(spent)),
                        new BarSegment(Tone.WARN, units(committed)),
                        new BarSegment(Tone.AHEAD, units(left)));
    }

    private static long units(Money amount) {
        return Math.max(0, amount.getAmount().longValue());
    }

    /** « 48 % dépensé, 62 % du temps passé ». */
    static String standing(Money budget, Money spent, int timeGone, Words t) {
        BigDecimal whole = budget.getAmount();
        return t.say(
                "grant.agreement.standing",
                whole.signum() == 0
                        ? t.percent(0, 1)
                        : t.percent(spent.getAmount().longValue(), Math.max(1, whole.longValue())),
                t.percent(timeGone, 100));
    }

    /** What lacks before an agreement is closed. */
    static List<String> lacks(AgreementGaps gaps, Words t) {
        return gaps.lacks().stream()
                .map(lack -> t.say(lack.key(), lack.count()))
                .toList();
    }
}

package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.ShareBar.Share;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.domain.AgreementForecast;
import org.convergence.resources.grant.domain.AgreementGaps;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementDueRow;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.grant.web.AgreementPage.AgreementFact;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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

    /** The same as a chart of a paper, with the amounts. */
    static List<Share> shares(Money budget, Money committed, Money spent, Words t) {
        Money left = budget.minus(committed).minus(spent);
        return List.of(
                share("grant.agreement.spent", spent, ChartTone.GREEN, t),
                share("grant.agreement.committed", committed, ChartTone.AMBER, t),
                left.isNegative()
                        ? share("grant.agreement.over", left.negated(), ChartTone.RED, t)
                        : share("grant.agreement.rest", left, ChartTone.PALE, t));
    }

    private static Share share(String key, Money amount, ChartTone tone, Words t) {
        String label = t.say(key);
        return new Share(t.say("chart.pair", label, t.money(amount)), label, units(amount), tone);
    }

    /** What the agreement will have cost at its end, and how this is computed; nothing once it is over. */
    static List<String> forecast(
            AgreementRow it, Money budget, @Nullable AgreementForecast forecast, int gone, Words t) {
        if (forecast == null) {
            return gone < AgreementForecast.TIME_GONE ? List.of(t.say("grant.agreement.forecast.early")) : List.of();
        }
        Money rest = forecast.rest();
        return List.of(
                t.say("grant.agreement.forecast", t.money(forecast.total()), t.money(budget)),
                rest.isZero()
                        ? t.say("grant.agreement.forecast.even")
                        : t.say(
                                rest.isPositive() ? "grant.agreement.forecast.lost" : "grant.agreement.forecast.lacks",
                                t.money(rest.abs()),
                                it.endsOn()),
                t.say("grant.agreement.forecast.method", t.percent(gone, 100)));
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

    /** The kind of a deliverable or an instalment, its amount, its day, its clause and its owner. */
    static String describe(AgreementDueRow due, LocalDate today, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(due.kind().key()));
        if (due.amount() != null) {
            String planned = t.money(due.amount(), due.currency());
            detail.add(
                    due.received() == null
                            ? planned
                            : t.say(
                                    due.kind() == AgreementDueKind.REFUND
                                            ? "grant.agreement.returned-of"
                                            : "grant.agreement.received-of",
                                    t.money(due.received(), due.currency()),
                                    planned));
        }
        detail.add(
                due.doneOn() == null
                        ? t.by(due.dueOn(), today)
                        : t.say("grant.agreement.done", due.doneOn(), due.kind().name()));
        if (!due.clause().isEmpty()) {
            detail.add(t.say("grant.agreement.by-clause", due.clause()));
        }
        if (due.ownerName() != null) {
            detail.add(due.ownerName());
        }
        return String.join(" · ", detail);
    }

    /** What lacks before an agreement is closed. */
    static List<String> lacks(AgreementGaps gaps, Words t) {
        return gaps.lacks().stream()
                .map(lack -> t.say(lack.key(), lack.count()))
                .toList();
    }

    /** What the agreement says, in order. */
    static List<AgreementFact> facts(AgreementRow it, Words t) {
        List<AgreementFact> facts = new ArrayList<>();
        facts.add(new AgreementFact(
                t.say("grant.agreement.field.scope"), t.say(it.scope().key())));
        if (!it.funderName().isEmpty()) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.funder"), it.funderName()));
        }
        if (!it.number().isEmpty()) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.number"), it.number()));
        }
        facts.add(new AgreementFact(t.say("grant.agreement.days"), t.period(it.startsOn(), it.endsOn())));
        facts.add(new AgreementFact(t.say("grant.agreement.field.currency"), it.currency()));
        if (it.publicMoney() != null) {
            facts.add(new AgreementFact(
                    t.say("grant.agreement.field.public_money"),
                    t.say(it.publicMoney() ? "grant.agreement.money.PUBLIC" : "grant.agreement.money.PRIVATE")));
        }
        if (it.transferTolerance() != null) {
            facts.add(new AgreementFact(
                    t.say("grant.agreement.field.tolerance"), t.decimal(it.transferTolerance()) + "\u00a0%"));
        }
        if (it.retainedUntil() != null) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.retained_until"), t.date(it.retainedUntil())));
        }
        if (!it.terms().isEmpty()) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.terms"), it.terms()));
        }
        return facts;
    }
}

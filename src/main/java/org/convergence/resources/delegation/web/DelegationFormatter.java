package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.Bylaw;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.convergence.resources.delegation.domain.StepTable;
import org.convergence.resources.delegation.domain.StepTable.BylawLine;
import org.convergence.resources.delegation.domain.Suspension;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.convergence.resources.membership.domain.StandingPolicy;
import org.convergence.resources.membership.domain.StandingPolicy.GoodStanding;
import org.jspecify.annotations.Nullable;

/** Explains the delegates and votes of a member in a sentence, with its headcount only if the reader may see it. */
final class DelegationFormatter {

    private DelegationFormatter() {}

    static String explain(Delegation it, LocalDate on, boolean headcounts, Words t) {
        List<String> sentences = new ArrayList<>();
        sentences.add(ground(it, headcounts, t));
        if (StandingPolicy.evaluate(it.account(), on) == GoodStanding.LATE && it.account() != null) {
            sentences.add(t.say("delegation.why.late", it.account().overdueSince()));
        }
        return String.join(" ", sentences);
    }

    private static String ground(Delegation it, boolean headcounts, Words t) {
        Bylaw bylaw = it.bylaw();
        Suspension suspension = it.suspension();
        switch (it.right().ground()) {
            case SUSPENDED -> {
                return suspension == null
                        ? ""
                        : t.say(
                                "delegation.why.SUSPENDED",
                                suspension.decidedBody(),
                                suspension.decidedOn(),
                                suspension.since(),
                                suspension.reason());
            }
            case NO_TABLE, NO_HEADCOUNT -> {
                return t.say("delegation.why." + it.right().ground().name());
            }
            default -> {
                // Explained by the table, below.
            }
        }
        BylawLine line = it.right().line();
        if (bylaw == null || line == null) {
            return "";
        }
        String rule = formatArticle(bylaw, t);
        if (bylaw.table().isSameForAll()) {
            return t.say("delegation.why.same", rule);
        }
        EffectiveHeadcount used = it.used();
        return !headcounts || used == null
                ? t.say("delegation.why.table", rule)
                : t.say("delegation.why.counted", rule, formatRange(line, t), counted(used, t));
    }

    /** « Règlements, article 8, depuis le 17 juin 2024 ». */
    static String formatArticle(Bylaw bylaw, Words t) {
        return bylaw.article() == null
                ? t.say("delegation.rule", bylaw.since())
                : t.say("delegation.rule.article", bylaw.article(), bylaw.since());
    }

    /** « de 101 à 500 personnes ». */
    static String formatRange(BylawLine line, Words t) {
        Integer to = line.to();
        return to == null ? t.say("delegation.range.open", line.from()) : t.say("delegation.range", line.from(), to);
    }

    private static String counted(EffectiveHeadcount used, Words t) {
        HeadcountFacts facts = used.headcount().facts();
        String status = facts.status() == HeadcountStatus.ESTIMATED
                ? "estimated"
                : used.carriedOver() ? "carried" : facts.status() == HeadcountStatus.CONFIRMED ? "confirmed" : "said";
        return t.say("delegation.headcount." + status, facts.number(), facts.countedOn());
    }

    /** A table in one sentence: « de 0 à 100 personnes : 1 délégation, 1 vote; … ». */
    static String formatTable(StepTable table, Words t) {
        if (table.isSameForAll()) {
            BylawLine only = table.lineFor(0);
            return t.say("delegation.line.same", gives(only.delegates(), only.votes(), t));
        }
        return String.join(
                "; ",
                table.steps().stream()
                        .map(step -> t.say(
                                "delegation.line",
                                formatRange(table.lineFor(step.from()), t),
                                gives(step.delegates(), step.votes(), t)))
                        .toList());
    }

    private static String gives(int delegates, int votes, Words t) {
        return t.say("delegation.gives", delegates, votes);
    }

    /** A number, or a dash if unknown. */
    static String formatNumber(@Nullable Integer number, Words t) {
        return number == null ? "–" : t.number(number);
    }
}

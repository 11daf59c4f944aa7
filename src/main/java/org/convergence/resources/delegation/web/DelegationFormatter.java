package org.convergence.resources.delegation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    /** Articles that need « les » or « le » after « selon ». */
    private static final Pattern SEVERAL = Pattern.compile("(?iU)(?:règlements|by-?laws)\\b");

    private static final Pattern ONE = Pattern.compile("(?iU)(?:règlement|by-?law)\\b");

    private DelegationFormatter() {}

    static String explain(Delegation it, LocalDate on, boolean headcounts, Words t) {
        List<String> sentences = new ArrayList<>();
        sentences.add(ground(it, headcounts, t));
        if (isLate(it, on)) {
            sentences.add(t.say("delegation.why.late", overdueSince(it)));
        }
        return String.join(" ", sentences);
    }

    /** What the list says of the member alone: {@link #rules} are said once, above it. */
    static String explainOwn(Delegation it, LocalDate on, boolean headcounts, Words t) {
        List<String> sentences = new ArrayList<>();
        switch (it.right().ground()) {
            case SUSPENDED -> sentences.add(ground(it, headcounts, t));
            case NO_TABLE, NO_HEADCOUNT ->
                sentences.add(t.say("delegation.own." + it.right().ground().name()));
            default -> sentences.add(range(it, headcounts, t));
        }
        if (isLate(it, on)) {
            sentences.add(t.say("delegation.own.late", overdueSince(it)));
        }
        sentences.removeIf(String::isEmpty);
        return String.join(" ", sentences);
    }

    private static String range(Delegation it, boolean headcounts, Words t) {
        BylawLine line = it.right().line();
        EffectiveHeadcount used = it.used();
        return !headcounts || used == null || line == null || isSameForAll(it)
                ? ""
                : t.capital(t.say("delegation.own.counted", formatRange(line, t), counted(used, t)));
    }

    /** « Syndicats · Selon les Règlements, article 8, … »: each table once, with the names of its categories. */
    static List<String> rules(List<Delegation> all, LocalDate on, Function<Delegation, String> category, Words t) {
        Map<String, Set<String>> byRule = new LinkedHashMap<>();
        for (Delegation it : all) {
            Bylaw bylaw = it.bylaw();
            if (bylaw != null && it.right().line() != null && it.suspension() == null) {
                String key = isSameForAll(it) ? "delegation.why.same" : "delegation.why.table";
                byRule.computeIfAbsent(t.say(key, according(bylaw, t)), rule -> new LinkedHashSet<>())
                        .add(category.apply(it));
            }
        }
        List<String> rules = new ArrayList<>();
        byRule.forEach((rule, names) -> rules.add(t.say("delegation.rule.of", t.list(List.copyOf(names)), rule)));
        if (all.stream().anyMatch(it -> isLate(it, on))) {
            rules.add(t.say("delegation.own.late.help"));
        }
        return rules;
    }

    private static boolean isLate(Delegation it, LocalDate on) {
        return it.account() != null && StandingPolicy.evaluate(it.account(), on) == GoodStanding.LATE;
    }

    private static @Nullable LocalDate overdueSince(Delegation it) {
        return it.account() == null ? null : it.account().overdueSince();
    }

    private static boolean isSameForAll(Delegation it) {
        Bylaw bylaw = it.bylaw();
        return bylaw != null && bylaw.table().isSameForAll();
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
        String rule = according(bylaw, t);
        if (bylaw.table().isSameForAll()) {
            return t.say("delegation.why.same", rule);
        }
        EffectiveHeadcount used = it.used();
        return !headcounts || used == null
                ? t.say("delegation.why.table", rule)
                : t.say("delegation.why.counted", rule, formatRange(line, t), counted(used, t));
    }

    /** The rule as it follows « selon »: « les Règlements, article 8, en vigueur depuis le 17 juin 2024 ». */
    private static String according(Bylaw bylaw, Words t) {
        String article = Objects.requireNonNullElse(bylaw.article(), "");
        String named = SEVERAL.matcher(article).lookingAt()
                ? "several"
                : ONE.matcher(article).lookingAt() ? "one" : "other";
        return t.say("delegation.rule.according", formatArticle(bylaw, t), named);
    }

    /** « Règlements, article 8, en vigueur depuis le 17 juin 2024 ». */
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

package org.convergence.resources.spending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetMatches.BudgetMatch;
import org.convergence.resources.spending.BudgetMatches.MatchEntry;
import org.convergence.resources.spending.BudgetMatches.MatchProblem;
import org.convergence.resources.spending.BudgetMatches.MatchTotals;
import org.convergence.resources.spending.BudgetMatches.StackingState;

/** The match of an agreement in words, the same on pages and papers. */
public record MatchFormatter(BudgetMatch match, String currency, Words t) {

    /** The match in words: its table, what it says, and the rules that it breaks. */
    public record MatchPart(List<MatchRow> rows, List<String> sentences, List<String> problems) {}

    /** Money, gifts in kind, or both. */
    public record MatchRow(String label, String promised, String confirmed, String used) {}

    public MatchPart format() {
        return new MatchPart(
                rows(),
                sentences(),
                match.problems().stream().map(each -> t.say(each.key(), 1)).toList());
    }

    public List<MatchRow> rows() {
        return List.of(
                row("public.spending.match.cash", match.cash()),
                row("public.spending.match.in-kind", match.inKind()),
                row("public.spending.total", match.cash().plus(match.inKind())));
    }

    private MatchRow row(String key, MatchTotals totals) {
        return new MatchRow(t.say(key), money(totals.promised()), money(totals.confirmed()), money(totals.used()));
    }

    private String money(BigDecimal amount) {
        return t.money(amount, currency);
    }

    /** What is asked, what is left to find, what does not count, and the stacking with both its terms. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        String clause = match.clause().isEmpty() ? "none" : match.clause();
        BigDecimal most = match.inKindMost();
        BigDecimal unconfirmed = match.cash().plus(match.inKind()).promised();
        String promised = unconfirmed.signum() > 0 ? money(unconfirmed) : "none";
        sentences.add(
                most == null
                        ? t.say("public.spending.match.required", money(match.required()), clause)
                        : t.say(
                                "public.spending.match.required.in-kind",
                                money(match.required()),
                                clause,
                                money(most)));
        sentences.add(
                match.left().signum() > 0
                        ? t.say("public.spending.match.left", money(match.left()), promised)
                        : t.say("public.spending.match.found", promised));
        if (most != null && match.inKind().found().compareTo(most) > 0) {
            sentences.add(t.say(
                    "public.spending.match.beyond", money(match.inKind().found().subtract(most))));
        }
        StackingState stacking = match.stacking();
        if (stacking != null) {
            sentences.add(t.say(
                    "public.spending.match.stacking",
                    money(stacking.publicMoney()),
                    stacking.wageSubsidies().signum() > 0 ? money(stacking.wageSubsidies()) : "none",
                    money(stacking.cost()),
                    stacking.inKind().signum() > 0 ? money(stacking.inKind()) : "none",
                    t.decimal(stacking.share()),
                    t.decimal(stacking.most())));
            BigDecimal later = Objects.requireNonNullElse(
                    stacking.later(), stacking.inKind().subtract(match.inKind().found()));
            if (later.signum() > 0) {
                sentences.add(t.say("public.spending.match.stacking.later", money(later)));
            }
            if (stacking.privateMoney() != null && stacking.privateMoney().signum() > 0) {
                sentences.add(t.say("public.spending.match.stacking.private", money(stacking.privateMoney())));
            }
            if (stacking.unknown() != null && stacking.unknown().signum() > 0) {
                sentences.add(t.say("public.spending.match.stacking.unknown", money(stacking.unknown())));
            }
            if (stacking.share().compareTo(stacking.most()) > 0
                    && !match.problems().contains(MatchProblem.STACKING)) {
                sentences.add(t.say("public.spending.match.stacking.ahead"));
            }
        }
        return sentences;
    }

    /** What a source is, and from where: « Prêt d’une salle – Syndicat fictif ». */
    public static String what(MatchEntry entry) {
        return entry.giver().isEmpty() ? entry.what() : entry.what() + " – " + entry.giver();
    }
}

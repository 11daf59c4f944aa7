package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.impact.ImpactLeaflets;
import org.jspecify.annotations.Nullable;

/** The fields of a call, written and read. */
final class CallForm {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);
    private static final int LETTER = 8_000;
    private static final int NOTE = 4_000;
    private static final int LATEST = 730;

    private CallForm() {}

    static Form fill(DuesCallService.StoredCall it) {
        CallFacts facts = it.facts();
        return Form.blank()
                .atVersion(it.version())
                .with("kind", facts.kind())
                .with("name", facts.name())
                .with("reference", facts.reference())
                .with("due", facts.dueOn())
                .with("from", facts.periodFrom())
                .with("until", facts.periodUntil())
                .with("amount", facts.amount())
                .with("percent", facts.percent())
                .with("letter", facts.letter())
                .with("note", facts.note())
                .with("leaflets", leaflets(facts.leafletsFrom(), facts.leafletsUntil()))
                .with("reminders", reminders(facts))
                .with("reminding", facts.reminding());
    }

    /**
     * Reads the form.
     *
     * @param made the periods that have leaflets
     * @param issued the current content, if invoices are issued; {@code null} while all can change
     */
    static CallFacts read(
            Form form, FormValues answers, List<ImpactLeaflets.LeafletPeriodBounds> made, @Nullable CallFacts issued) {
        String letter = answers.optionalText("letter", LETTER);
        String note = issued == null ? answers.optionalText("note", NOTE) : issued.note();
        List<Integer> reminders = reminders(form);
        boolean reminding = answers.checkbox("reminding");
        if (issued != null) {
            return new CallFacts(
                    issued.kind(),
                    issued.name(),
                    issued.reference(),
                    issued.dueOn(),
                    issued.periodFrom(),
                    issued.periodUntil(),
                    issued.amount(),
                    issued.percent(),
                    letter,
                    note,
                    issued.leafletsFrom(),
                    issued.leafletsUntil(),
                    reminders,
                    reminding);
        }
        CallKind kind = answers.choice("kind", CallKind.class);
        boolean appeal = kind == CallKind.APPEAL;
        BigDecimal amount = appeal ? answers.optionalNumber("amount", CENT, HIGHEST) : null;
        BigDecimal percent = appeal ? answers.optionalNumber("percent", CENT, MOST_PERCENT) : null;
        if (appeal && (amount == null) == (percent == null)) {
            form.reject("amount", "dues.refused.how-much");
            amount = CENT;
            percent = null;
        }
        LocalDate from = answers.optionalDate("from");
        LocalDate until = answers.optionalDate("until");
        if ((from == null) != (until == null)) {
            form.reject(from == null ? "from" : "until", "dues.refused.period");
        } else if (from != null && until != null && until.isBefore(from)) {
            form.reject("until", "dues.refused.period-order");
        }
        Optional<ImpactLeaflets.LeafletPeriodBounds> leaflets = leaflets(form, made);
        return new CallFacts(
                kind,
                answers.text("name", 200),
                answers.date("reference"),
                answers.date("due"),
                from,
                until,
                amount,
                percent,
                letter,
                note,
                leaflets.map(ImpactLeaflets.LeafletPeriodBounds::from).orElse(null),
                leaflets.map(ImpactLeaflets.LeafletPeriodBounds::to).orElse(null),
                reminders,
                reminding);
    }

    /** A period as the value of a choice; empty for none. */
    static String leaflets(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? "" : from + "/" + to;
    }

    private static Optional<ImpactLeaflets.LeafletPeriodBounds> leaflets(
            Form form, List<ImpactLeaflets.LeafletPeriodBounds> made) {
        String typed = form.value("leaflets");
        Optional<ImpactLeaflets.LeafletPeriodBounds> chosen = made.stream()
                .filter(it -> typed.equals(leaflets(it.from(), it.to())))
                .findFirst();
        if (chosen.isEmpty() && !typed.isEmpty()) {
            form.reject("leaflets", "shell.form.choice");
        }
        return chosen;
    }

    /** The reminder days as typed. */
    static String reminders(CallFacts facts) {
        return facts.reminders().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Reads “15, 45, 75”: days, with any separator. */
    private static List<Integer> reminders(Form form) {
        List<Integer> days = new ArrayList<>();
        for (String word : form.value("reminders").strip().split("[\\s,;]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            int day = word.matches("\\d{1,3}") ? Integer.parseInt(word) : 0;
            if (day < 1 || day > LATEST) {
                form.reject("reminders", "dues.refused.reminders", CallFacts.MOST);
                return List.of();
            }
            days.add(day);
        }
        if (days.size() > CallFacts.MOST) {
            form.reject("reminders", "dues.refused.reminders", CallFacts.MOST);
            return List.of();
        }
        return days;
    }
}

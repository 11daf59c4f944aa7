package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form fields of a plan's own facts, written and read. */
final class PlanForm {

    static final List<String> FACTS = List.of("title", "kind", "from", "to", "quietWeeks");

    private static final int TITLE = 300;
    private static final int REASON = 2_000;
    private static final int YEAR = 52;

    private PlanForm() {}

    static Form fill(LineWording.PlanWording facts) {
        return Form.blank()
                .with("title", facts.title())
                .with("kind", facts.kind())
                .with("from", facts.from())
                .with("to", facts.to())
                .with("quietWeeks", facts.quietWeeks());
    }

    static LineWording.PlanWording facts(Form form, FormValues answers) {
        LocalDate from = answers.optionalDate("from");
        LocalDate to = answers.optionalDate("to");
        var facts = new LineWording.PlanWording(
                answers.text("title", TITLE),
                answers.choice("kind", PlanKind.class),
                from,
                to,
                answers.wholeNumber("quietWeeks", 1, YEAR));
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("to", "actionplan.refused.window");
        }
        return facts;
    }

    /** Proposes the day of the decision that every change of an adopted plan needs; a draft needs none. */
    static Form withDecisionDate(Form form, PlanHeader plan, LocalDate today) {
        return plan.isDraft() ? form : form.with("decidedOn", today);
    }

    /** The decision behind a change, {@code null} in a draft. */
    static @Nullable AmendmentNote note(FormValues answers, PlanHeader plan) {
        return plan.isDraft() ? null : note(answers);
    }

    static AmendmentNote note(FormValues answers) {
        return new AmendmentNote(
                answers.date("decidedOn"), answers.text("reason", REASON), answers.optionalText("decision", 100));
    }

    static List<Option> options(Class<? extends Enum<?>> words, String key, Words t) {
        return java.util.Arrays.stream(words.getEnumConstants())
                .map(word -> Option.of(word, t.say(key + "." + word.name())))
                .toList();
    }
}

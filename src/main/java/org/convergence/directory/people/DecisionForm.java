package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A decision in a form, for the template {@code directory/people/decision}: chosen from those of a higher module, or
 * typed.
 */
@Component
public final class DecisionForm {

    private static final int SHOWN = 20;
    private static final int BRIEF = 90;

    private final List<DecisionLookup> lookups;

    DecisionForm(List<DecisionLookup> lookups) {
        this.lookups = lookups;
    }

    /** The latest decisions, each with its number and the beginning of its text. */
    public List<Option> options(Words t) {
        return lookups.stream()
                .flatMap(lookup -> lookup.findLatest(SHOWN).stream())
                .map(known -> {
                    Decision decision = known.decision();
                    String number = decision.number() == null ? "" : decision.number();
                    String text = TextShortener.shorten(known.text(), BRIEF);
                    return new Option(
                            number, number + " – " + decision.body() + ", " + t.date(decision.date()) + " – " + text);
                })
                .toList();
    }

    /** Fills in body, day and number from the chosen decision, as recorded in the minutes. */
    public void cite(Form form) {
        if (form.filled("decision")) {
            lookups.stream()
                    .flatMap(lookup -> lookup.findByNumber(form.value("decision")).stream())
                    .findFirst()
                    .ifPresent(known -> form.with("body", known.decision().body())
                            .with("date", known.decision().date())
                            .with("number", known.decision().number()));
        }
    }

    /** Reads the decision of the form, after {@link #cite}. */
    public static Decision read(FormValues answers) {
        return new Decision(
                answers.text("body", Decision.LONGEST_BODY),
                answers.date("date"),
                answers.optionalText("number", Decision.LONGEST_NUMBER),
                null);
    }

    /** As {@link #read}; {@code null} where no decision is given. */
    public static @Nullable Decision readOptional(FormValues answers) {
        boolean said = answers.checkbox("body") || answers.checkbox("date") || answers.checkbox("number");
        return said ? read(answers) : null;
    }

    /** Fills a form with a decision. */
    public static Form fill(Form form, Decision decision) {
        return form.with("body", decision.body()).with("date", decision.date()).with("number", decision.number());
    }
}

package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Brief;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Decisions of bodies that the form of an adoption may cite, where a module above keeps them. */
@Component
class CitedDecisions {

    private static final int SHOWN = 20;
    private static final int BRIEF = 90;

    private final List<DecisionLookup> lookups;

    CitedDecisions(List<DecisionLookup> lookups) {
        this.lookups = lookups;
    }

    /** The latest, the number with the beginning of what was decided. */
    List<Option> options(Words t) {
        return lookups.stream()
                .flatMap(lookup -> lookup.latest(SHOWN).stream())
                .map(known -> {
                    Decision decision = known.decision();
                    String number = decision.number() == null ? "" : decision.number();
                    String text = Brief.of(known.text(), BRIEF);
                    return new Option(
                            number, number + " – " + decision.body() + ", " + t.date(decision.date()) + " – " + text);
                })
                .toList();
    }

    /** Fills in body, day and number from the one that was chosen, as it stands in the minutes. */
    void cite(Form form) {
        if (form.filled("decision")) {
            lookups.stream()
                    .flatMap(lookup -> lookup.numbered(form.value("decision")).stream())
                    .findFirst()
                    .ifPresent(known -> form.with("body", known.decision().body())
                            .with("date", known.decision().date())
                            .with("number", known.decision().number()));
        }
    }
}

package org.convergence.plan.realisation.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.CountsFor;
import org.convergence.plan.realisation.Days;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Where a realisation will count, as all who contribute say it. */
@Component
class Counting {

    private final List<CountsFor> contributors;
    private final OrganisationSettings settings;

    Counting(List<CountsFor> contributors, OrganisationSettings settings) {
        this.contributors = contributors.stream()
                .sorted(Comparator.comparingInt(CountsFor::order))
                .toList();
        this.settings = settings;
    }

    /** « rapport annuel et Plan d’action (1.2) »; empty where it counts nowhere. */
    String of(Set<ActionId> actions, Days when, Words t) {
        List<String> counts = contributors.stream()
                .flatMap(each -> each.of(actions, when, t).stream())
                .distinct()
                .toList();
        return counts.isEmpty() ? "" : t.list(counts);
    }

    /** The same while the form is still being written. */
    String of(Form form, Collection<String> ticked, Words t) {
        Set<ActionId> actions = Set.copyOf(ServedChoice.ids(ticked));
        LocalDate today = settings.today();
        return of(actions, WhenFields.days(form, today).orElse(Days.on(today)), t);
    }
}

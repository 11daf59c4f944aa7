package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.ImportSettings;
import org.convergence.plan.realisation.domain.PastNames;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Adds the decisions to the page of a file. */
@Component
class PastImportPages {

    private final PastNames names;
    private final ActionPlans plans;

    PastImportPages(PastNames names, ActionPlans plans) {
        this.names = names;
        this.plans = plans;
    }

    PastImportPage of(ImportPage page, ImportFile file, Words t) {
        if (!page.draft()) {
            return new PastImportPage(page, List.of(), List.of(), 0, null);
        }
        PastNames.ToDecide toDecide = names.of(file);
        Map<String, String> decided = file.choices().as(ImportSettings.class).names();
        return new PastImportPage(
                page,
                plans(),
                toDecide.names().stream().map(name -> name(name, decided, t)).toList(),
                toDecide.more(),
                toDecide.entered() == 0 ? null : t.say("realisation.import.enters", toDecide.entered()));
    }

    private List<Option> plans() {
        return plans.all().stream()
                .filter(plan -> plan.status() != PlanStatus.DRAFT)
                .map(plan -> Option.of(plan.id(), plan.title()))
                .toList();
    }

    private static PastImportPage.NameField name(PastNames.Name name, Map<String, String> decided, Words t) {
        List<Option> options = new ArrayList<>();
        if (!name.ambiguous()) {
            options.add(new Option(ImportSettings.NEW, t.say("realisation.import.name.new")));
        }
        name.meant().forEach(each -> options.add(Option.of(each.id(), each.name())));
        options.add(new Option(ImportSettings.WITHOUT, t.say("realisation.import.name.without")));
        return new PastImportPage.NameField(
                name.key(),
                name.name(),
                t.say("realisation.import.rows", name.rows()),
                options,
                decided.getOrDefault(name.key(), ""),
                name.ambiguous());
    }

    /** What a row would record, besides its title. */
    static String detail(Entry entry, Words t) {
        Happening what = entry.happening();
        List<String> parts = new ArrayList<>(
                List.of(Saying.when(what.when(), t), t.say(what.kind().key())));
        Place place = what.place();
        if (place != null) {
            parts.add(place.name(t));
        }
        Participations all = what.participations();
        if (all != null) {
            parts.add(t.say("realisation.participations", all.total()));
        }
        int with = what.organisations().size() + entry.newcomers().size();
        if (with > 0) {
            parts.add(t.say("realisation.figures.organisations", with));
        }
        return String.join(" · ", parts);
    }
}

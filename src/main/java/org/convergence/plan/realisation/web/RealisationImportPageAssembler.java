package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationImportSettings;
import org.convergence.plan.realisation.domain.UnknownOrganisationQueries;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Adds the decisions to the page of a file. */
@Component
class RealisationImportPageAssembler {

    private final UnknownOrganisationQueries names;
    private final ActionPlans plans;

    RealisationImportPageAssembler(UnknownOrganisationQueries names, ActionPlans plans) {
        this.names = names;
        this.plans = plans;
    }

    RealisationImportPage assemble(ImportPage page, ImportFile file, Words t) {
        if (!page.draft()) {
            return new RealisationImportPage(page, List.of(), List.of(), 0, null);
        }
        UnknownOrganisationQueries.OrganisationDecisions toDecide = names.findUndecided(file);
        Map<String, String> decided =
                file.choices().as(RealisationImportSettings.class).names();
        return new RealisationImportPage(
                page,
                plans(),
                toDecide.names().stream().map(name -> name(name, decided, t)).toList(),
                toDecide.more(),
                toDecide.entered() == 0 ? null : t.say("realisation.import.enters", toDecide.entered()));
    }

    private List<Option> plans() {
        return plans.findAll().stream()
                .filter(plan -> plan.status() != PlanStatus.DRAFT)
                .map(plan -> Option.of(plan.id(), plan.title()))
                .toList();
    }

    private static RealisationImportPage.OrganisationNameField name(
            UnknownOrganisationQueries.UnknownOrganisation name, Map<String, String> decided, Words t) {
        List<Option> options = new ArrayList<>();
        if (!name.ambiguous()) {
            options.add(new Option(RealisationImportSettings.NEW, t.say("realisation.import.name.new")));
        }
        name.meant().forEach(each -> options.add(Option.of(each.id(), each.name())));
        options.add(new Option(RealisationImportSettings.WITHOUT, t.say("realisation.import.name.without")));
        return new RealisationImportPage.OrganisationNameField(
                name.key(),
                name.name(),
                t.say("realisation.import.rows", name.rows()),
                options,
                decided.getOrDefault(name.key(), ""),
                name.ambiguous());
    }

    /** The details that a row would record, without its title. */
    static String detail(RealisationEntry entry, Words t) {
        RealisationDetails what = entry.happening();
        List<String> parts = new ArrayList<>(List.of(
                RealisationFormatter.formatDays(what.when(), t),
                t.say(what.kind().key())));
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

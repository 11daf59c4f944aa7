package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationImportKind;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.plan.realisation.domain.UnknownOrganisationQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports past realisations from a file, with decisions about organisations, duplicates and unreadable values. */
@Controller
@RequestMapping(RealisationImportController.URL)
@Requires(RealisationPermissions.IMPORT)
class RealisationImportController extends AbstractImportController {

    static final String URL = "/plan/realisation/import";

    private final RealisationImportKind past;
    private final UnknownOrganisationQueries names;
    private final ActionPlans plans;

    RealisationImportController(
            ImportControllerSupport desk,
            RealisationImportKind past,
            UnknownOrganisationQueries names,
            ActionPlans plans) {
        super(URL, desk, List.of(past));
        this.past = past;
        this.names = names;
        this.plans = plans;
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        RealisationImportSettings settings = file.choices().as(RealisationImportSettings.class);
        form.with("plan", settings.plan())
                .with("lenient", settings.lenient())
                .with("doubles", settings.doubles())
                .with("newcomers", settings.newcomers());
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        return Json.of(read(file, form, answers));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return PageView.of("plan/realisation/import-start", page);
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        return PageView.of("plan/realisation/import", assemble(page, file, t));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, String> details = new HashMap<>();
        past.entries(file, rows).forEach((number, entry) -> details.put(number, detail(entry, t)));
        return details;
    }

    @Override
    protected String recordAddress(ImportedRecord made) {
        return RealisationPage.url(new RealisationId(made.id()), "");
    }

    private static RealisationImportSettings read(ImportFile file, Form form, FormValues answers) {
        return new RealisationImportSettings(
                answers.optionalId("plan"),
                answers.checkbox("lenient"),
                answers.checkbox("doubles"),
                answers.checkbox("newcomers"),
                names(file.choices().as(RealisationImportSettings.class), form));
    }

    /** The decisions about names; those missing from this form stay as before. */
    private static Map<String, String> names(RealisationImportSettings before, Form form) {
        Map<String, String> names = new LinkedHashMap<>(before.names());
        List<String> keys = form.values("name");
        List<String> decisions = form.values("decision");
        for (int i = 0; i < Math.min(keys.size(), decisions.size()); i++) {
            String decision = decisions.get(i);
            if (decision.matches("NEW|WITHOUT|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                names.put(keys.get(i), decision);
            } else {
                names.remove(keys.get(i));
            }
        }
        return names;
    }

    private RealisationImportPage assemble(ImportPage page, ImportFile file, Words t) {
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
    private static String detail(RealisationEntry entry, Words t) {
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

package org.convergence.education.workshop.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.domain.EvaluationPolicy;
import org.convergence.education.workshop.domain.EvaluationQueries;
import org.convergence.education.workshop.domain.EvaluationQueries.EvaluationResult;
import org.convergence.education.workshop.domain.Workshop;
import org.convergence.education.workshop.domain.Workshop.CoCreation;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopSessionQueries;
import org.convergence.education.workshop.domain.WorkshopSessionQueries.WorkshopSessionRow;
import org.convergence.education.workshop.web.WorkshopPage.CataloguePage;
import org.convergence.education.workshop.web.WorkshopPage.ThemeGroup;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFact;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFormPage;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopItem;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopShowPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue: its list, and one workshop. */
@Controller
@RequestMapping("/education/workshop/catalogue")
@Requires(WorkshopPermissions.EDIT)
record WorkshopCatalogueController(
        WorkshopCatalogue catalogue,
        WorkshopSessionQueries sessions,
        EvaluationQueries evaluations,
        WorkshopForm forms,
        PeopleDirectory people,
        OrganisationSettings settings) {

    @GetMapping
    @Requires(WorkshopPermissions.READ)
    ModelAndView list(Words t) {
        Map<String, List<WorkshopItem>> themes = new LinkedHashMap<>();
        for (Workshop each : catalogue.findAll()) {
            String kind = each.retiredOn() != null ? "retired" : each.published() ? "public" : "internal";
            themes.computeIfAbsent(each.theme(), theme -> new ArrayList<>())
                    .add(new WorkshopItem(
                            WorkshopPage.url(each.typedId()),
                            each.title(),
                            detail(each, t),
                            each.retiredOn() != null ? Tone.REST : each.published() ? Tone.OK : Tone.AHEAD,
                            t.say("workshop.catalogue." + kind),
                            false));
        }
        return PageView.of(
                "education/workshop/catalogue",
                new CataloguePage(
                        WorkshopPage.tabs(WorkshopPage.CATALOGUE, t),
                        themes.entrySet().stream()
                                .map(each -> new ThemeGroup(each.getKey(), each.getValue()))
                                .toList(),
                        CurrentActor.get().may(WorkshopPermissions.EDIT)));
    }

    private static String detail(Workshop it, Words t) {
        return t.say(
                "workshop.detail",
                WorkshopFormatter.duration(it.minutes(), t),
                WorkshopFormatter.languages(it.languages(), t),
                it.revision());
    }

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return formPage(null, Form.blank().with("languages", List.of(Language.FRENCH.code())), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(WorkshopPage.url(catalogue.create(input.facts())))
                        .withNotice("workshop.saved"),
                () -> formPage(null, form, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable WorkshopId id, Words t) {
        Workshop it = catalogue.findById(id);
        return formPage(it, WorkshopForm.open(it), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable WorkshopId id, Form form, Words t) {
        return form.submit(
                forms::read,
                input -> {
                    catalogue.update(id, input.version(), input.facts());
                    return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.saved");
                },
                () -> formPage(catalogue.findById(id), form, t));
    }

    private ModelAndView formPage(@Nullable Workshop it, Form form, Words t) {
        String url = it == null ? WorkshopPage.CATALOGUE : WorkshopPage.url(it.typedId());
        return PageView.of(
                "education/workshop/workshop-form",
                new WorkshopFormPage(
                        it == null ? "workshop.new" : "workshop.edit",
                        it == null ? null : it.title(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        Map.of("languages", WorkshopForm.languages(t), "action", forms.actions(form)),
                        forms.partner(form),
                        null,
                        List.of()));
    }

    @GetMapping("/{id}")
    @Requires(WorkshopPermissions.READ)
    ModelAndView show(@PathVariable WorkshopId id, Words t) {
        Workshop it = catalogue.findById(id);
        List<WorkshopFact> facts = new ArrayList<>();
        facts.add(new WorkshopFact(t.say("workshop.field.theme"), it.theme()));
        facts.add(new WorkshopFact(t.say("workshop.field.duration"), WorkshopFormatter.duration(it.minutes(), t)));
        facts.add(new WorkshopFact(t.say("workshop.field.languages"), WorkshopFormatter.languages(it.languages(), t)));
        facts.add(new WorkshopFact(
                t.say("workshop.field.revision"), t.say("workshop.revision", it.revision(), it.revisedOn())));
        addPartner(facts, it, t);
        EvaluationResult evaluation = evaluations.findByWorkshop(id);
        List<WorkshopSessionRow> latest = sessions.findByWorkshop(id);
        return PageView.of(
                "education/workshop/workshop",
                new WorkshopShowPage(
                        WorkshopPage.url(id),
                        it,
                        facts,
                        latest.stream()
                                .map(row -> SessionPageAssembler.item(row, settings.today(), t))
                                .toList(),
                        latest.stream()
                                .filter(row -> !row.notes().isEmpty())
                                .map(row -> new WorkshopFact(t.date(row.day()), row.notes()))
                                .toList(),
                        evaluation.answers() == null
                                ? t.say("workshop.evaluation.all.hidden", EvaluationPolicy.LEAST)
                                : t.say(
                                        "workshop.evaluation.all.shown",
                                        evaluation.answers(),
                                        evaluation.sessions(),
                                        evaluation.leftOut(),
                                        EvaluationPolicy.LEAST),
                        SessionPageAssembler.results(evaluation, t),
                        CurrentActor.get().may(WorkshopPermissions.EDIT)));
    }

    /** With what organisation it is written, what each brings, and whether this version is reviewed. */
    private void addPartner(List<WorkshopFact> facts, Workshop it, Words t) {
        CoCreation with = it.with();
        if (with == null) {
            return;
        }
        people.organisationNames(List.of(with.partner()))
                .values()
                .forEach(each -> facts.add(new WorkshopFact(t.say("workshop.field.partner"), each.name())));
        if (with.weBring() != null) {
            facts.add(new WorkshopFact(t.say("workshop.field.we-bring"), with.weBring()));
        }
        if (with.theyBring() != null) {
            facts.add(new WorkshopFact(t.say("workshop.field.they-bring"), with.theyBring()));
        }
        LocalDate reviewed = with.reviewedOn();
        facts.add(new WorkshopFact(
                t.say("workshop.field.reviewed-on"),
                reviewed == null
                        ? t.say("workshop.reviewed.not")
                        : reviewed.isBefore(it.revisedOn())
                                ? t.say("workshop.reviewed.before", reviewed)
                                : t.date(reviewed)));
        if (with.licence() != null) {
            facts.add(new WorkshopFact(t.say("workshop.field.licence"), with.licence()));
        }
    }

    @PostMapping("/{id}/retire")
    ModelAndView retire(@PathVariable WorkshopId id) {
        catalogue.setRetired(id, true);
        return SeeOther.to(WorkshopPage.url(id))
                .withNotice("workshop.retired")
                .withUndo(WorkshopPage.url(id) + "/restore");
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(@PathVariable WorkshopId id) {
        catalogue.setRetired(id, false);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.restored");
    }

    /** Workshops of the catalogue in dossiers, with the day of the latest version. */
    @Bean
    static ThemeSection workshopsOfTheme() {
        return new ThemeSection(
                50,
                WorkshopPermissions.READ,
                "workshop.menu",
                WorkshopPage.CATALOGUE,
                """
                        SELECT w.id, w.title, NULL::text AS kind, w.theme AS detail, w.revised_on AS day FROM education.workshop w
                        WHERE w.retired_on IS NULL AND ' ' || platform.fold(w.title || ' ' || w.theme) LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        WorkshopPage.url(new WorkshopId(row.id())),
                        row.title(),
                        Objects.requireNonNullElse(row.detail(), "")));
    }
}

package org.convergence.cooperation.narrative.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactKind;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactReference;
import org.convergence.cooperation.narrative.domain.NarrativeFact.NarrativeInsertionId;
import org.convergence.cooperation.narrative.domain.NarrativePassage;
import org.convergence.cooperation.narrative.domain.NarrativePassage.NarrativePassageId;
import org.convergence.cooperation.narrative.domain.NarrativePassageService;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.cooperation.narrative.domain.NarrativeSectionService;
import org.convergence.cooperation.project.ProjectEvidence;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A section beside the facts that can be inserted in it, and its passages that speak of partners. */
@Controller
@RequestMapping("/cooperation/narrative")
@Requires(NarrativePermissions.EDIT)
record NarrativeSectionController(
        NarrativeSectionService service,
        NarrativePassageService passages,
        NarrativeQueries queries,
        NarrativeSectionPageAssembler pages,
        ProjectEvidence projects) {

    /** The name of the buttons that insert a fact; each has the fact as its value. */
    private static final String INSERT = "insert";

    @GetMapping("/sections/{id}")
    ModelAndView show(@PathVariable NarrativeSectionId id, Words t) {
        NarrativeSection section = queries.findSection(id);
        return page(section, NarrativeForm.open(section), null, t);
    }

    private ModelAndView page(NarrativeSection section, Form form, @Nullable Conflict conflict, Words t) {
        return PageView.of("cooperation/narrative/section", pages.assemble(section, form, conflict, t));
    }

    /** Saves the text; a button of a fact inserts it too, and stays on the page. */
    @PostMapping("/sections/{id}")
    ModelAndView write(@PathVariable NarrativeSectionId id, Form form, Words t) {
        NarrativeSection section = queries.findSection(id);
        FactReference fact = form.filled(INSERT) ? reference(form.value(INSERT)) : null;
        return form.submit(
                NarrativeForm::readSection,
                input -> {
                    Optional<NarrativePassageId> told = fact == null ? Optional.empty() : passages.findOrAdd(id, fact);
                    service.write(id, input.version(), input.content(), told.isPresent() ? null : fact);
                    return told.isPresent()
                            ? SeeOther.to(NarrativePage.url(told.get())).withNotice("narrative.told")
                            : fact == null
                                    ? SeeOther.to(NarrativePage.url(section.report()))
                                            .withNotice("narrative.saved")
                                    : SeeOther.to(NarrativePage.url(id)).withNotice("narrative.inserted");
                },
                () -> page(section, form, null, t),
                since -> {
                    NarrativeSection stands = queries.findSection(id);
                    return page(stands, form, NarrativeForm.compare(form, stands, since, queries, t), t);
                });
    }

    private static FactReference reference(String value) {
        int colon = value.indexOf(':');
        return Arrays.stream(FactKind.values())
                .filter(kind -> colon > 0 && kind.name().equals(value.substring(0, colon)))
                .map(kind -> new FactReference(kind, value.substring(colon + 1)))
                .findFirst()
                .orElseThrow(() -> new NotFound("fact"));
    }

    @PostMapping("/sections/{id}/insertions/{insertion}/refresh")
    ModelAndView refresh(
            @PathVariable NarrativeSectionId id,
            @PathVariable NarrativeInsertionId insertion,
            @RequestParam int version) {
        service.refresh(id, version, insertion);
        return SeeOther.to(NarrativePage.url(id)).withNotice("narrative.refreshed");
    }

    @PostMapping("/sections/{id}/remove")
    ModelAndView remove(@PathVariable NarrativeSectionId id, @RequestParam int version) {
        NarrativeSection section = queries.findSection(id);
        service.remove(id, version);
        return SeeOther.to(NarrativePage.url(section.report())).withNotice("narrative.section-removed");
    }

    /** Marks that a section speaks of a partner of the project. */
    @PostMapping("/sections/{id}/passages")
    ModelAndView addPassage(@PathVariable NarrativeSectionId id, Form form, Words t) {
        NarrativeSection section = queries.findSection(id);
        return form.submit(
                answers -> {
                    UUID partner = answers.id("partner");
                    if (projects.findProject(queries.findById(section.report()).project()).partners().stream()
                            .noneMatch(each -> each.organisation().value().equals(partner))) {
                        answers.reject("partner", "shell.form.choice");
                    }
                    return new OrganisationId(partner);
                },
                partner -> SeeOther.to(NarrativePage.url(passages.findOrAdd(id, partner))),
                () -> page(section, NarrativeForm.open(section), null, t));
    }

    @GetMapping("/passages/{id}")
    ModelAndView showPassage(@PathVariable NarrativePassageId id, Words t) {
        NarrativePassage passage = queries.findPassage(id);
        return page(passage, NarrativeForm.open(passage), null, t);
    }

    private ModelAndView page(NarrativePassage passage, Form form, @Nullable Conflict conflict, Words t) {
        return PageView.of("cooperation/narrative/passage", pages.assemble(passage, form, conflict, t));
    }

    @PostMapping("/passages/{id}")
    ModelAndView writePassage(@PathVariable NarrativePassageId id, Form form, Words t) {
        NarrativePassage passage = queries.findPassage(id);
        return form.submit(
                NarrativeForm::readPassage,
                input -> {
                    passages.write(id, input.version(), input.content());
                    return SeeOther.to(NarrativePage.url(
                                    queries.findSection(passage.section()).report()))
                            .withNotice("narrative.saved");
                },
                () -> page(passage, form, null, t),
                since -> {
                    NarrativePassage stands = queries.findPassage(id);
                    return page(stands, form, NarrativeForm.compare(form, stands, since, queries, t), t);
                });
    }

    @PostMapping("/passages/{id}/correction")
    ModelAndView takeCorrection(@PathVariable NarrativePassageId id, @RequestParam int version) {
        boolean isAgreed = passages.takeCorrection(id, version);
        return SeeOther.to(NarrativePage.url(id))
                .withNotice(isAgreed ? "narrative.correction-taken" : "narrative.correction-to-translate");
    }

    @PostMapping("/passages/{id}/remove")
    ModelAndView removePassage(@PathVariable NarrativePassageId id, @RequestParam int version) {
        NarrativePassage passage = queries.findPassage(id);
        passages.remove(id, version);
        return SeeOther.to(
                        NarrativePage.url(queries.findSection(passage.section()).report()))
                .withNotice("narrative.passage-removed");
    }
}

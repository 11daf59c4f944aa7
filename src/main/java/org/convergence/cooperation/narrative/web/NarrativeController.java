package org.convergence.cooperation.narrative.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.FiledNarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeFactQueries;
import org.convergence.cooperation.narrative.domain.NarrativeHandInService;
import org.convergence.cooperation.narrative.domain.NarrativePassageService;
import org.convergence.cooperation.narrative.domain.NarrativePassageService.ShownPassages;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.cooperation.narrative.domain.NarrativeSectionService;
import org.convergence.cooperation.narrative.web.NarrativeForm.ReportLanguage;
import org.convergence.cooperation.narrative.web.NarrativePage.NewNarrativePage;
import org.convergence.cooperation.narrative.web.NarrativePage.NewSectionsPage;
import org.convergence.cooperation.project.ProjectEvidence;
import org.convergence.cooperation.project.ProjectEvidence.ReportedProject;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDeliverables;
import org.convergence.resources.grant.AgreementDeliverables.Deliverable;
import org.convergence.resources.grant.AgreementDueId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One report: opening it, its sections, its facts, the second look, filing and files. */
@Controller
@RequestMapping("/cooperation/narrative")
@Requires(NarrativePermissions.EDIT)
record NarrativeController(
        NarrativeReportService service,
        NarrativeHandInService handIns,
        NarrativeSectionService sections,
        NarrativePassageService passages,
        NarrativeQueries queries,
        FiledNarrativeQueries filed,
        NarrativeFactQueries facts,
        NarrativePageAssembler pages,
        NarrativeSectionPageAssembler parts,
        ProjectEvidence projects,
        AgreementDeliverables deliverables,
        PartyChooser chooser,
        OrganisationSettings settings) {

    /** The form, for a deliverable or a project of the address: what follows from it is filled in. */
    @GetMapping("/new")
    ModelAndView add(Form asked, Words t) {
        Form form = Form.blank().with(NarrativeForm.LANGUAGE.name(), ReportLanguage.FRENCH);
        Deliverable due = id(asked, NarrativeForm.DUE.name())
                .flatMap(id -> deliverables.findById(new AgreementDueId(id)).stream())
                .findFirst()
                .orElse(null);
        ProjectId project = due == null
                ? id(asked, NarrativeForm.PROJECT.name())
                        .map(ProjectId::new)
                        .findFirst()
                        .orElse(null)
                : projects.findFunded(due.agreement().value()).stream()
                        .findFirst()
                        .orElse(null);
        LocalDate today = settings.today();
        LocalDate from = settings.current().reportedYearOf(today);
        LocalDate end = from.plusYears(1).minusDays(1);
        LocalDate to = end.isBefore(today) ? end : today;
        if (project != null) {
            ReportedProject reported = projects.findProject(project);
            form.with(NarrativeForm.PROJECT.name(), project);
            LocalDate start = reported.startsOn();
            from = start != null && start.isAfter(from) && start.isBefore(to) ? start : from;
        }
        if (due != null) {
            form.with(NarrativeForm.DUE.name(), due.id()).with(NarrativeForm.TITLE.name(), due.what());
        }
        return formPage(form.with(NarrativeForm.FROM.name(), from).with(NarrativeForm.TO.name(), to), t);
    }

    private static Stream<UUID> id(Form asked, String field) {
        return TextParser.id(asked.value(field)).stream();
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t, HttpServletResponse response) {
        return form.submit(
                answers -> NarrativeForm.read(answers, chooser.knownOrganisation(answers.form(), NarrativeForm.FUNDER)),
                input -> SeeOther.to(NarrativePage.url(service.open(input)) + "/sections")
                        .withNotice("narrative.opened"),
                () -> formPage(form, t));
    }

    private ModelAndView formPage(Form form, Words t) {
        List<Deliverable> dues = id(form, NarrativeForm.PROJECT.name())
                .map(id -> deliverables.findByAgreements(
                        projects.findProject(new ProjectId(id)).agreements()))
                .findFirst()
                .orElseGet(deliverables::findOpen)
                .stream()
                .filter(each -> each.doneOn() == null)
                .toList();
        return PageView.of(
                "cooperation/narrative/narrative-form",
                new NewNarrativePage(
                        form,
                        projects.findAll().stream()
                                .map(each -> Option.of(each.id().value(), each.title()))
                                .toList(),
                        Stream.concat(
                                        dues.stream(),
                                        id(form, NarrativeForm.DUE.name())
                                                .flatMap(id -> deliverables.findById(new AgreementDueId(id)).stream())
                                                .filter(each -> !dues.contains(each)))
                                .map(each -> Option.of(
                                        each.id().value(),
                                        each.title() + " · " + each.what() + " · " + t.date(each.dueOn())))
                                .toList(),
                        chooser.knownOrganisations(form, NarrativeForm.FUNDER, 1)));
    }

    @GetMapping("/{id}")
    @Requires(NarrativePermissions.READ)
    ModelAndView show(@PathVariable NarrativeReportId id, Words t) {
        return PageView.of("cooperation/narrative/narrative", pages.assemble(queries.findById(id), t));
    }

    @GetMapping("/{id}/facts")
    @Requires(NarrativePermissions.READ)
    ModelAndView showFacts(@PathVariable NarrativeReportId id, Words t) {
        NarrativeRow row = queries.findById(id);
        return PageView.of("cooperation/narrative/facts", parts.assembleFacts(row, facts.find(row), Set.of(), t));
    }

    @GetMapping("/{id}/sections")
    ModelAndView addSections(@PathVariable NarrativeReportId id) {
        return sectionsPage(queries.findById(id), Form.blank());
    }

    @PostMapping("/{id}/sections")
    ModelAndView addSections(@PathVariable NarrativeReportId id, Form form) {
        NarrativeRow row = queries.findById(id);
        return form.submit(
                NarrativeForm::readSections,
                input -> {
                    if (input.earlier() == null) {
                        sections.add(id, input.pasted());
                    } else {
                        sections.copy(id, input.earlier());
                    }
                    return SeeOther.to(NarrativePage.url(id)).withNotice("narrative.sections.added");
                },
                () -> sectionsPage(row, form));
    }

    private ModelAndView sectionsPage(NarrativeRow row, Form form) {
        return PageView.of(
                "cooperation/narrative/sections",
                new NewSectionsPage(
                        NarrativePage.url(row.id()),
                        row.title(),
                        form,
                        queries.findEarlier(row).stream()
                                .map(each -> Option.of(each.id().value(), each.title()))
                                .toList()));
    }

    @GetMapping("/{id}/report.{format}")
    @Requires(NarrativePermissions.READ)
    void download(@PathVariable NarrativeReportId id, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        PaperFormat as = Stream.of(PaperFormat.WORD, PaperFormat.PDF)
                .filter(each -> each.extension().equals(format.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NotFound("format"));
        byte[] file = filed.findFile(id, as);
        FileDownload.setHeaders(response, Slug.of(queries.findById(id).title()) + "." + as.extension(), as.mediaType());
        response.getOutputStream().write(file);
    }

    @PostMapping("/{id}/show-passages")
    ModelAndView showPassages(@PathVariable NarrativeReportId id) {
        ShownPassages result = passages.show(id);
        return SeeOther.to(NarrativePage.url(id))
                .withNotice(
                        "narrative.shown",
                        result.shown(),
                        result.held().size(),
                        String.join(
                                ", ",
                                result.held().stream()
                                        .map(each ->
                                                chooser.displayName(each.value().toString()))
                                        .toList()));
    }

    @PostMapping("/{id}/submit")
    ModelAndView submit(@PathVariable NarrativeReportId id, Form form) {
        String alone = CurrentActor.get().may(NarrativePermissions.APPROVE)
                ? "narrative.submitted.own"
                : "narrative.submitted.nobody";
        return act(id, form, service::submit, service.hasOtherApprover() ? "narrative.submitted" : alone);
    }

    @PostMapping("/{id}/approve")
    @Requires(NarrativePermissions.APPROVE)
    ModelAndView approve(@PathVariable NarrativeReportId id, Form form) {
        return act(id, form, service::approve, "narrative.approved");
    }

    @PostMapping("/{id}/take-up")
    ModelAndView takeUp(@PathVariable NarrativeReportId id, Form form) {
        return act(id, form, service::takeUp, "narrative.taken-up");
    }

    @PostMapping("/{id}/file")
    ModelAndView file(@PathVariable NarrativeReportId id, Form form) {
        return act(id, form, service::file, "narrative.filed");
    }

    private record HandInInput(int version, LocalDate on, String how) {}

    /** Notes how and on which day people handed the report in. */
    @PostMapping("/{id}/hand-in")
    ModelAndView handIn(@PathVariable NarrativeReportId id, Form form, Words t) {
        return form.submit(
                answers -> new HandInInput(
                        answers.version(), answers.get(NarrativeForm.HANDED_ON), answers.get(NarrativeForm.HANDED_HOW)),
                input -> {
                    handIns.handIn(id, input.version(), input.on(), input.how());
                    return SeeOther.to(NarrativePage.url(id))
                            .withNotice("narrative.handed")
                            .withUndo(NarrativePage.url(id) + "/hand-in/undo");
                },
                () -> PageView.of("cooperation/narrative/narrative", pages.assemble(queries.findById(id), form, t)));
    }

    @PostMapping("/{id}/hand-in/undo")
    ModelAndView undoHandIn(@PathVariable NarrativeReportId id) {
        handIns.undoHandIn(id);
        return SeeOther.to(NarrativePage.url(id)).withNotice("narrative.handed.undone");
    }

    private static ModelAndView act(
            NarrativeReportId id, Form form, ObjIntConsumer<NarrativeReportId> act, String notice) {
        act.accept(id, version(form));
        return SeeOther.to(NarrativePage.url(id)).withNotice(notice);
    }

    /** The version on which a page with a button was opened; none is an old one. */
    private static int version(Form form) {
        return TextParser.wholeNumber(form.value("version")).orElse(0);
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable NarrativeReportId id, Form form) {
        service.delete(id, version(form));
        return SeeOther.to(NarrativePage.LIST).withNotice("narrative.removed");
    }
}

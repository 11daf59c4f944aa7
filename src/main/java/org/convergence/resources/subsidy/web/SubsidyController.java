package org.convergence.resources.subsidy.web;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyId;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyService;
import org.convergence.resources.subsidy.domain.SubsidyStepKind;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One file: opening it, its page, its form, its steps. */
@Controller
@RequestMapping("/resources/subsidy")
@Requires(SubsidyPermissions.MANAGE)
class SubsidyController {

    private final SubsidyService service;
    private final SubsidyQueries queries;
    private final SubsidyProgrammeService programmes;
    private final SubsidyPageAssembler pages;
    private final SubsidyForm forms;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;

    SubsidyController(
            SubsidyService service,
            SubsidyQueries queries,
            SubsidyProgrammeService programmes,
            SubsidyPageAssembler pages,
            SubsidyForm forms,
            PartyChooser chooser,
            OrganisationSettings settings) {
        this.service = service;
        this.queries = queries;
        this.programmes = programmes;
        this.pages = pages;
        this.forms = forms;
        this.chooser = chooser;
        this.settings = settings;
    }

    @GetMapping("/new")
    ModelAndView open(Form form, Words t) {
        Form blank = Form.blank()
                .with(SubsidyForm.PROGRAMME.name(), form.value(SubsidyForm.PROGRAMME.name()))
                .with(SubsidyForm.STATE.name(), SubsidyState.ASKED)
                .with(SubsidyForm.HOURS.name(), "35");
        return formPage(null, blank, t);
    }

    @PostMapping("/new")
    ModelAndView create(Form form, Words t) {
        return form.submit(
                forms::read,
                content -> SeeOther.to(SubsidyMenu.url(service.create(content))).withNotice("subsidy.opened"),
                () -> formPage(null, form, t));
    }

    @GetMapping("/{id}")
    @Requires(SubsidyPermissions.READ)
    ModelAndView show(@PathVariable SubsidyId id, Words t) {
        return PageView.of("resources/subsidy/subsidy", pages.assemble(id, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SubsidyId id, Words t) {
        Subsidy subsidy = service.findById(id);
        return formPage(subsidy, SubsidyForm.fill(subsidy, queries.findSteps(id)), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SubsidyId id, Form form, Words t) {
        Subsidy subsidy = service.findById(id);
        return form.submit(
                answers -> Map.entry(answers.version(), forms.read(answers)),
                input -> {
                    service.update(id, input.getKey(), input.getValue());
                    return SeeOther.to(SubsidyMenu.url(id)).withNotice("subsidy.saved");
                },
                () -> formPage(subsidy, form, t));
    }

    private ModelAndView formPage(@Nullable Subsidy subsidy, Form form, Words t) {
        String url = subsidy == null ? SubsidyMenu.LIST : SubsidyMenu.url(subsidy.typedId());
        return PageView.of(
                "resources/subsidy/subsidy-form",
                new SubsidyFormPage(
                        subsidy == null ? "subsidy.new" : "subsidy.edit",
                        url + (subsidy == null ? "/new" : "/edit"),
                        url,
                        form,
                        programmes.findAll().stream()
                                .map(each -> Option.of(each.typedId(), each.name()))
                                .toList(),
                        contracts(subsidy, t),
                        chooser.persons(form, SubsidyForm.PERSON, 1, List.of()),
                        chooser.responsible(form, SubsidyForm.RESPONSIBLE)));
    }

    private List<Option> contracts(@Nullable Subsidy subsidy, Words t) {
        return subsidy == null || subsidy.person() == null
                ? List.of()
                : queries.findContracts(subsidy.person()).stream()
                        .map(each -> Option.of(each.id(), SubsidyPageAssembler.describe(each, t)))
                        .toList();
    }

    @PostMapping("/{id}/step/{kind}")
    ModelAndView completeStep(@PathVariable SubsidyId id, @PathVariable SubsidyStepKind kind) {
        service.completeStep(id, kind, settings.today());
        return SeeOther.to(SubsidyMenu.url(id))
                .withNotice("subsidy.step.completed")
                .withUndo(SubsidyMenu.url(id) + "/step/" + kind.name() + "/reopen");
    }

    @PostMapping("/{id}/step/{kind}/reopen")
    ModelAndView reopenStep(@PathVariable SubsidyId id, @PathVariable SubsidyStepKind kind) {
        service.reopenStep(id, kind);
        return SeeOther.to(SubsidyMenu.url(id)).withNotice("subsidy.step.reopened");
    }
}

package org.convergence.resources.subsidy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyProgramme;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.SubsidyProgrammeId;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyProgrammePage;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyProgrammePage.MinimumWageLine;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyProgrammePage.MinimumWagePage;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyProgrammePage.ProgrammeFormPage;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyProgrammePage.ProgrammeLine;
import org.convergence.resources.subsidy.web.SubsidyProgrammeForm.MinimumWageInput;
import org.convergence.resources.subsidy.web.SubsidyProgrammeForm.ProgrammeInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Programmes and minimum wages, with the source and the day on which each was checked. */
@Controller
@RequestMapping("/resources/subsidy")
@Requires(SubsidyPermissions.MANAGE)
record SubsidyProgrammeController(SubsidyProgrammeService service, OrganisationSettings settings) {

    private static final String PROGRAMMES = "/programmes";
    private static final String MINIMUM_WAGE = "/minimum-wage";

    @GetMapping(PROGRAMMES)
    @Requires(SubsidyPermissions.READ)
    ModelAndView list(Words t) {
        boolean manages = CurrentActor.get().may(SubsidyPermissions.MANAGE);
        return PageView.of(
                "resources/subsidy/programmes",
                new SubsidyProgrammePage(
                        SubsidyContributions.tabs(SubsidyContributions.PROGRAMMES, t),
                        service.findAll().stream()
                                .map(each -> new ProgrammeLine(
                                        each.name() + " · " + each.funder(),
                                        manages ? SubsidyContributions.PROGRAMMES + "/" + each.id() : null,
                                        SubsidyFormatter.terms(each.terms(), t),
                                        limits(each, t),
                                        t.say("subsidy.source", each.source(), each.checkedOn())))
                                .toList(),
                        manages));
    }

    private static String limits(SubsidyProgramme programme, Words t) {
        List<String> limits = new ArrayList<>();
        if (programme.leastHours() != null) {
            limits.add(t.say("subsidy.limit.least-hours", t.hours(programme.leastHours())));
        }
        if (programme.mostHours() != null) {
            limits.add(t.say("subsidy.limit.most-hours", t.hours(programme.mostHours())));
        }
        if (programme.mostWeeks() != null) {
            limits.add(t.say("subsidy.limit.most-weeks", programme.mostWeeks()));
        }
        return String.join("; ", limits);
    }

    @GetMapping(PROGRAMMES + "/new")
    ModelAndView add() {
        return formPage(
                "subsidy.programme.new",
                "/new",
                Form.blank()
                        .with(SubsidyProgrammeForm.PERCENT.name(), "100")
                        .with(SubsidyProgrammeForm.CAP.name(), "MINIMUM_WAGE")
                        .with(SubsidyProgrammeForm.CHECKED_ON.name(), settings.today()));
    }

    @PostMapping(PROGRAMMES + "/new")
    ModelAndView add(Form form) {
        return form.submit(
                SubsidyProgrammeForm::read,
                input -> service.create(input.programme()),
                SeeOther.to(SubsidyContributions.PROGRAMMES).withNotice("subsidy.programme.added"),
                () -> formPage("subsidy.programme.new", "/new", form));
    }

    @GetMapping(PROGRAMMES + "/{id}")
    ModelAndView edit(@PathVariable SubsidyProgrammeId id) {
        return formPage("subsidy.programme.edit", "/" + id.value(), SubsidyProgrammeForm.fill(service.findById(id)));
    }

    @PostMapping(PROGRAMMES + "/{id}")
    ModelAndView edit(@PathVariable SubsidyProgrammeId id, Form form) {
        service.findById(id);
        return form.submit(
                SubsidyProgrammeForm::read,
                (ProgrammeInput input) -> {
                    service.update(id, input.version(), input.programme());
                    return SeeOther.to(SubsidyContributions.PROGRAMMES).withNotice("subsidy.saved");
                },
                () -> formPage("subsidy.programme.edit", "/" + id.value(), form));
    }

    private static ModelAndView formPage(String key, String action, Form form) {
        return PageView.of(
                "resources/subsidy/programme-form",
                new ProgrammeFormPage(key, SubsidyContributions.PROGRAMMES + action, form));
    }

    @GetMapping(MINIMUM_WAGE)
    @Requires(SubsidyPermissions.READ)
    ModelAndView minimumWages(Words t) {
        Form form = Form.blank().with(SubsidyProgrammeForm.CHECKED_ON.name(), settings.today());
        return minimumWagePage(form, t);
    }

    @PostMapping(MINIMUM_WAGE)
    ModelAndView addMinimumWage(Form form, Words t) {
        return form.submit(
                SubsidyProgrammeForm::readMinimumWage,
                (MinimumWageInput input) -> {
                    service.addMinimumWage(input.startsOn(), input.amount(), input.source(), input.checkedOn());
                    return SeeOther.to(SubsidyContributions.MINIMUM_WAGE).withNotice("subsidy.saved");
                },
                () -> minimumWagePage(form, t));
    }

    private ModelAndView minimumWagePage(Form form, Words t) {
        return PageView.of(
                "resources/subsidy/minimum-wages",
                new MinimumWagePage(
                        SubsidyContributions.tabs(SubsidyContributions.MINIMUM_WAGE, t),
                        service.findMinimumWages().stream()
                                .map(each -> new MinimumWageLine(
                                        t.say(
                                                "subsidy.minimum.from",
                                                SubsidyController.money(each.amount(), t),
                                                each.startsOn()),
                                        t.say("subsidy.source", each.source(), each.checkedOn()),
                                        SubsidyContributions.MINIMUM_WAGE + "/" + each.id() + "/delete"))
                                .toList(),
                        CurrentActor.get().may(SubsidyPermissions.MANAGE) ? form : null));
    }

    @PostMapping(MINIMUM_WAGE + "/{id}/delete")
    ModelAndView deleteMinimumWage(@PathVariable UUID id) {
        service.deleteMinimumWage(id);
        return SeeOther.to(SubsidyContributions.MINIMUM_WAGE).withNotice("subsidy.minimum.deleted");
    }
}

package org.convergence.cooperation.project.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectLink;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectService;
import org.convergence.cooperation.project.domain.ProjectService.ProjectFacts;
import org.convergence.cooperation.project.web.ProjectPage.ProjectFactPart;
import org.convergence.cooperation.project.web.ProjectPage.ProjectFormPage;
import org.convergence.cooperation.project.web.ProjectPage.ProjectLinkPart;
import org.convergence.cooperation.project.web.ProjectPage.ProjectPartnerPart;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One project: opening and changing it, its page with its partners, lines and agreements. */
@Controller
@RequestMapping("/cooperation/project")
@Requires(ProjectPermissions.EDIT)
class ProjectController {

    private final ProjectService projects;
    private final ProjectQueries queries;
    private final ProjectForm forms;
    private final PartyChooser chooser;
    private final SinglePartyChooser parties;
    private final ActionPlans plans;
    private final PlanLineOptions choices;
    private final OrganisationSettings settings;
    private final List<ProjectLink> links;

    ProjectController(
            ProjectService projects,
            ProjectQueries queries,
            ProjectForm forms,
            PartyChooser chooser,
            SinglePartyChooser parties,
            ActionPlans plans,
            PlanLineOptions choices,
            OrganisationSettings settings,
            ObjectProvider<ProjectLink> links) {
        this.links = links.orderedStream().toList();
        this.projects = projects;
        this.queries = queries;
        this.forms = forms;
        this.chooser = chooser;
        this.parties = parties;
        this.plans = plans;
        this.choices = choices;
        this.settings = settings;
    }

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return formPage(Form.blank().with(ProjectForm.ROLE.name(), ProjectRole.LEAD), null, t);
    }

    private record NewProject(ProjectFacts facts, ChosenParty partner, String brings) {}

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> new NewProject(
                        forms.read(answers), parties.read(answers), ProjectForm.text(answers, ProjectForm.BRINGS)),
                input -> {
                    ProjectId id = projects.open(input.facts(), parties.findOrCreate(input.partner()), input.brings());
                    return SeeOther.to(ProjectPage.url(id)).withNotice("project.opened");
                },
                () -> formPage(form, null, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ProjectId id, Words t) {
        return formPage(ProjectForm.open(queries.findById(id), t), id, t);
    }

    private record ProjectCorrection(int version, ProjectFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> new ProjectCorrection(answers.version(), forms.read(answers)),
                input -> {
                    projects.correct(id, input.version(), input.facts());
                    return SeeOther.to(ProjectPage.url(id)).withNotice("project.saved");
                },
                () -> formPage(form, id, t));
    }

    private ModelAndView formPage(Form form, @Nullable ProjectId id, Words t) {
        return PageView.of(
                "cooperation/project/project-form",
                new ProjectFormPage(
                        id == null ? "project.new" : "project.edit",
                        id == null ? ProjectPage.LIST + "/new" : ProjectPage.url(id) + "/edit",
                        id == null ? ProjectPage.LIST : ProjectPage.url(id),
                        form,
                        id == null ? parties.organisation(form) : null,
                        id == null ? parties.person(form) : null,
                        chooser.persons(form, ProjectForm.LEAD, 1, List.of()),
                        ProjectFormatter.usualLevels(t)));
    }

    @GetMapping("/{id}")
    @Requires(ProjectPermissions.READ)
    ModelAndView show(@PathVariable ProjectId id, Words t) {
        return page(queries.findById(id), Form.blank(), t);
    }

    private ModelAndView page(ProjectRow it, Form form, Words t) {
        boolean edits = CurrentActor.get().may(ProjectPermissions.EDIT);
        return PageView.of(
                "cooperation/project/project",
                new ProjectPage(
                        ProjectPage.url(it.id()),
                        it.title(),
                        ProjectFormatter.lead(it, t),
                        ProjectPage.tabs(it.id(), "", t),
                        links.stream()
                                .filter(ProjectLink::isShown)
                                .map(each -> new Tab(
                                        t.say(each.key()), each.path() + it.id().value(), false))
                                .toList(),
                        facts(it, t),
                        queries.findPartners(it.id()).stream()
                                .map(each -> new ProjectPartnerPart(
                                        each.id().toString(), each.name(), PartyUrls.of(each.party()), each.brings()))
                                .toList(),
                        lines(it.id()),
                        queries.findAgreements(it.id()).stream()
                                .map(each -> new ProjectLinkPart(
                                        each.id().toString(),
                                        each.funder().isEmpty() ? each.title() : each.title() + " · " + each.funder(),
                                        CurrentActor.get().may(GrantPermissions.READ)
                                                ? "/resources/grant/agreement/" + each.id()
                                                : null))
                                .toList(),
                        edits ? choices.findByMeans(Form.blank(), "line") : List.of(),
                        edits ? agreementChoices() : List.of(),
                        edits ? form : null,
                        edits ? parties.organisation(form) : null,
                        edits ? parties.person(form) : null));
    }

    private static List<ProjectFactPart> facts(ProjectRow it, Words t) {
        List<ProjectFactPart> facts = new ArrayList<>();
        facts.add(
                new ProjectFactPart(t.say("project.field.role"), t.say(it.role().key())));
        if (it.startsOn() != null || it.endsOn() != null) {
            facts.add(new ProjectFactPart(t.say("project.days"), t.capital(t.period(it.startsOn(), it.endsOn()))));
        }
        if (!it.countries().isEmpty()) {
            facts.add(new ProjectFactPart(t.say("project.field.countries"), ProjectFormatter.countries(it, t)));
        }
        if (it.reach() != null || !it.reached().isEmpty()) {
            facts.add(new ProjectFactPart(
                    t.say("project.people"),
                    it.reach() == null ? it.reached() : (t.number(it.reach()) + " " + it.reached()).strip()));
        }
        if (it.leadName() != null) {
            facts.add(new ProjectFactPart(t.say("project.field.lead"), it.leadName()));
        }
        if (!it.summary().isEmpty()) {
            facts.add(new ProjectFactPart(t.say("project.field.summary"), it.summary()));
        }
        return facts;
    }

    private List<ProjectLinkPart> lines(ProjectId id) {
        return plans.findLinesById(queries.findLines(id)).values().stream()
                .map(line -> new ProjectLinkPart(
                        line.id().value().toString(),
                        line.label(),
                        "/plan/actionplan/action/" + line.id().value()))
                .toList();
    }

    private List<Option> agreementChoices() {
        return queries.findFundingChoices(settings.today()).stream()
                .map(each -> Option.of(each.id(), each.title()))
                .toList();
    }

    private record NewPartner(ChosenParty partner, String brings) {}

    @PostMapping("/{id}/partners")
    ModelAndView addPartner(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> new NewPartner(parties.read(answers), ProjectForm.text(answers, ProjectForm.BRINGS)),
                input -> {
                    projects.addPartner(id, parties.findOrCreate(input.partner()), input.brings());
                    return SeeOther.to(ProjectPage.url(id)).withNotice("project.partner-added");
                },
                () -> page(queries.findById(id), form, t));
    }

    @PostMapping("/{id}/partners/{partnership}/remove")
    ModelAndView removePartner(@PathVariable ProjectId id, @PathVariable UUID partnership) {
        projects.removePartner(id, partnership);
        return SeeOther.to(ProjectPage.url(id)).withNotice("project.partner-removed");
    }

    @PostMapping("/{id}/lines")
    ModelAndView addLine(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> answers.id("line"),
                line -> {
                    projects.addLine(id, new ActionId(line));
                    return SeeOther.to(ProjectPage.url(id)).withNotice("project.saved");
                },
                () -> page(queries.findById(id), form, t));
    }

    @PostMapping("/{id}/lines/{line}/remove")
    ModelAndView removeLine(@PathVariable ProjectId id, @PathVariable ActionId line) {
        projects.removeLine(id, line);
        return SeeOther.to(ProjectPage.url(id)).withNotice("project.saved");
    }

    @PostMapping("/{id}/agreements")
    ModelAndView addAgreement(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> answers.id("agreement"),
                agreement -> {
                    projects.addAgreement(id, agreement);
                    return SeeOther.to(ProjectPage.url(id)).withNotice("project.saved");
                },
                () -> page(queries.findById(id), form, t));
    }

    @PostMapping("/{id}/agreements/{agreement}/remove")
    ModelAndView removeAgreement(@PathVariable ProjectId id, @PathVariable UUID agreement) {
        projects.removeAgreement(id, agreement);
        return SeeOther.to(ProjectPage.url(id)).withNotice("project.saved");
    }
}

package org.convergence.cooperation.project.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.domain.CoLeadLinkService;
import org.convergence.cooperation.project.domain.CoLeadLinkService.CoLeadLinkRow;
import org.convergence.cooperation.project.domain.ProjectDecision.DecisionFacts;
import org.convergence.cooperation.project.domain.ProjectDecisionService;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.web.ProjectDecisionPage.CoLeadLinks;
import org.convergence.cooperation.project.web.ProjectDecisionPage.CoLeadLinks.CoLeadLinkPart;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The decisions about a project, and the links of those who lead it with us. */
@Controller
@RequestMapping("/cooperation/project/{id}/decisions")
@Requires(ProjectPermissions.EDIT)
record ProjectDecisionController(
        ProjectQueries projects,
        ProjectDecisionService decisions,
        CoLeadLinkService links,
        AccountActors accounts,
        OrganisationSettings settings) {

    private static final int USUAL_DAYS = 90;

    private static String url(ProjectId id) {
        return ProjectPage.url(id) + "/decisions";
    }

    @GetMapping
    @Requires(ProjectPermissions.READ)
    ModelAndView show(@PathVariable ProjectId id, Words t) {
        return page(id, blank(), blankLink(), null, t);
    }

    private Form blank() {
        return Form.blank().with(ProjectDecisionPage.DECIDED_ON.name(), settings.today());
    }

    private Form blankLink() {
        return Form.blank()
                .with(ProjectDecisionPage.UNTIL.name(), settings.today().plusDays(USUAL_DAYS));
    }

    @PostMapping
    ModelAndView record(@PathVariable ProjectId id, Form form, Words t) {
        return form.submit(
                answers -> ProjectDecisionPage.DECISIONS.read(
                        answers,
                        () -> new DecisionFacts(
                                answers.get(ProjectDecisionPage.DECIDED_ON),
                                answers.get(ProjectDecisionPage.DECISION),
                                answers.textOrEmpty(ProjectDecisionPage.DECIDED_BY))),
                facts -> {
                    decisions.record(id, facts);
                    return SeeOther.to(url(id)).withNotice("project.saved");
                },
                () -> page(id, form, blankLink(), null, t));
    }

    @PostMapping("/{decision}/remove")
    ModelAndView remove(@PathVariable ProjectId id, @PathVariable UUID decision) {
        decisions.remove(id, decision);
        return SeeOther.to(url(id)).withNotice("project.decision.removed");
    }

    private record CoLeadLinkInput(UUID partnership, LocalDate until) {}

    /** This response is the only one that contains the link's address. */
    @PostMapping("/links")
    @Requires(ProjectPermissions.SHARE)
    ModelAndView share(@PathVariable ProjectId id, Form link, Words t) {
        return link.submit(
                answers -> new CoLeadLinkInput(
                        answers.get(ProjectDecisionPage.PARTNERSHIP), answers.get(ProjectDecisionPage.UNTIL)),
                input -> page(id, blank(), blankLink(), links.create(id, input.partnership(), input.until()), t),
                () -> page(id, blank(), link, null, t));
    }

    @PostMapping("/links/{link}/end")
    @Requires(ProjectPermissions.SHARE)
    ModelAndView end(@PathVariable ProjectId id, @PathVariable UUID link) {
        links.revoke(id, link);
        return SeeOther.to(url(id)).withNotice("project.link.ended");
    }

    private ModelAndView page(ProjectId id, Form form, Form link, @Nullable String address, Words t) {
        ProjectRow project = projects.findById(id);
        boolean mayShare =
                project.role() == ProjectRole.CO_LEAD && CurrentActor.get().may(ProjectPermissions.SHARE);
        return PageView.of(
                "cooperation/project/decisions",
                new ProjectDecisionPage(
                        url(id),
                        project.title(),
                        ProjectPage.tabs(id, "decisions", t),
                        decisions.findByProject(id),
                        CurrentActor.get().may(ProjectPermissions.EDIT) ? form : null,
                        mayShare ? sharing(id, link, address, t) : null));
    }

    private CoLeadLinks sharing(ProjectId id, Form form, @Nullable String address, Words t) {
        return new CoLeadLinks(
                address,
                links.findByProject(id).stream().map(each -> part(id, each, t)).toList(),
                projects.findPartners(id).stream()
                        .map(each -> Option.of(each.id(), each.name()))
                        .toList(),
                form);
    }

    private CoLeadLinkPart part(ProjectId id, CoLeadLinkRow link, Words t) {
        String opened = link.openedAt() == null
                ? t.say("project.link.unopened")
                : t.say("project.link.opened", link.openings(), link.openedAt());
        return new CoLeadLinkPart(
                link.endedAt() == null ? url(id) + "/links/" + link.id() + "/end" : null,
                link.partner(),
                t.say(
                        "project.link.made",
                        link.madeAt(),
                        accounts.find(link.madeBy()).map(Actor::label).orElse("none"),
                        link.until()),
                link.endedAt() == null ? opened : opened + " · " + t.say("project.link.was-ended", link.endedAt()));
    }
}

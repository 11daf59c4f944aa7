package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
import org.convergence.plan.actionplan.domain.LineLinkQueries.LinkCandidate;
import org.convergence.plan.actionplan.domain.LineLinkService;
import org.convergence.plan.actionplan.web.ActionPage.LineLinksPart.LineLinksPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Links a line to those of other plans: the ticked ones among those shown. */
@Controller
@RequestMapping("/plan/actionplan/action/{action}/links")
@Requires(ActionPlanPermissions.FOLLOW_UP)
record LineLinkController(ActionPlans plans, LineLinkQueries candidates, LineLinkService lineLinkService) {

    private static final int SHOWN = 150;

    private record LinkInput(List<ActionId> shown, List<ActionId> linked) {}

    @GetMapping
    ModelAndView choose(@PathVariable ActionId action, Form form) {
        return page(action, form.value("q"));
    }

    @PostMapping
    ModelAndView link(@PathVariable UUID action, Form form) {
        return form.submit(
                answers -> new LinkInput(ids(answers.ids("shown")), ids(answers.ids("linked"))),
                sent -> lineLinkService.link(new ActionId(action), sent.shown(), sent.linked()),
                SeeOther.to("/plan/actionplan/action/" + action).withNotice("actionplan.linked"),
                () -> page(new ActionId(action), form.value("q")));
    }

    private ModelAndView page(ActionId action, String typed) {
        PlanLine line = plans.findLinesById(List.of(action)).get(action);
        if (line == null) {
            throw new NotFound("action");
        }
        List<LinkCandidate> found = candidates.search(action, typed, SHOWN + 1);
        Map<String, List<LineLinksPage.LinkCandidateRow>> groups = new LinkedHashMap<>();
        found.stream()
                .limit(SHOWN)
                .forEach(each -> groups.computeIfAbsent(each.plan(), plan -> new ArrayList<>())
                        .add(new LineLinksPage.LinkCandidateRow(
                                each.id().value(), each.label(), each.part(), each.linked())));
        return PageView.pageOrFragment(
                "plan/actionplan/links",
                "plan/actionplan/links-found",
                new LineLinksPage(
                        line.label(),
                        "/plan/actionplan/action/" + action.value(),
                        Form.blank().with("q", typed),
                        groups.entrySet().stream()
                                .map(each -> new LineLinksPage.LinkCandidateGroup(each.getKey(), each.getValue()))
                                .toList(),
                        found.size() > SHOWN));
    }

    private static List<ActionId> ids(List<UUID> ids) {
        return ids.stream().map(ActionId::new).toList();
    }
}

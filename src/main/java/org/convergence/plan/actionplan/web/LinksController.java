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
import org.convergence.plan.actionplan.domain.LineLinking;
import org.convergence.plan.actionplan.domain.LinkCandidates;
import org.convergence.plan.actionplan.domain.LinkCandidates.Candidate;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class LinksController {

    private static final int SHOWN = 150;

    private final ActionPlans plans;
    private final LinkCandidates candidates;
    private final LineLinking linking;

    LinksController(ActionPlans plans, LinkCandidates candidates, LineLinking linking) {
        this.plans = plans;
        this.candidates = candidates;
        this.linking = linking;
    }

    private record Sent(List<ActionId> shown, List<ActionId> linked) {}

    @GetMapping
    ModelAndView choose(@PathVariable UUID action, Form form) {
        return page(new ActionId(action), form.value("q"));
    }

    @PostMapping
    ModelAndView link(@PathVariable UUID action, Form form) {
        return form.submit(
                answers -> new Sent(ids(answers.ids("shown")), ids(answers.ids("linked"))),
                sent -> {
                    linking.link(new ActionId(action), sent.shown(), sent.linked());
                    return Go.to("/plan/actionplan/action/" + action).saying("actionplan.linked");
                },
                () -> page(new ActionId(action), form.value("q")));
    }

    private ModelAndView page(ActionId action, String typed) {
        PlanLine line = plans.linesOf(List.of(action)).get(action);
        if (line == null) {
            throw new NotFound("action");
        }
        List<Candidate> found = candidates.of(action, typed, SHOWN + 1);
        Map<String, List<LinksPage.Row>> groups = new LinkedHashMap<>();
        found.stream()
                .limit(SHOWN)
                .forEach(each -> groups.computeIfAbsent(each.plan(), plan -> new ArrayList<>())
                        .add(new LinksPage.Row(each.id().value(), each.label(), each.part(), each.linked())));
        return Page.either(
                "plan/actionplan/links",
                "plan/actionplan/links-found",
                new LinksPage(
                        line.label(),
                        "/plan/actionplan/action/" + action.value(),
                        Form.blank().with("q", typed),
                        groups.entrySet().stream()
                                .map(each -> new LinksPage.Group(each.getKey(), each.getValue()))
                                .toList(),
                        found.size() > SHOWN));
    }

    private static List<ActionId> ids(List<UUID> ids) {
        return ids.stream().map(ActionId::new).toList();
    }
}

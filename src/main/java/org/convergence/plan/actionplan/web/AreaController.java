package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of an area: the plan lines tagged with it. */
@Controller
class AreaController {

    private final ActionPlans plans;
    private final PlanBoardQueries boards;

    AreaController(ActionPlans plans, PlanBoardQueries boards) {
        this.plans = plans;
        this.boards = boards;
    }

    @GetMapping("/plan/actionplan/area/{name}")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable String name, Words t) {
        Area area = Stream.of(Area.values())
                .filter(each -> PlanFormatter.slug(each).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NotFound("area"));
        List<PlanSummary> shown = plans.findInForce();
        if (shown.isEmpty()) {
            shown = plans.findAll().stream()
                    .filter(plan -> plan.status() != PlanStatus.CLOSED)
                    .limit(3)
                    .toList();
        }
        List<AreaPage.AreaPlan> parts = boards
                .boards(shown.stream().map(PlanSummary::id).toList())
                .stream()
                .map(board -> part(board, area, t))
                .filter(part -> !part.means().isEmpty())
                .toList();
        return PageView.of(
                "plan/actionplan/area",
                new AreaPage(
                        t.say("actionplan.area." + area.name()), t.say("actionplan.area.lead." + area.name()), parts));
    }

    private static AreaPage.AreaPlan part(PlanBoard board, Area area, Words t) {
        return new AreaPage.AreaPlan(
                board.header().facts().title(),
                PlanHeadAssembler.url(board.header(), ""),
                board.progress().objectives().stream()
                        .flatMap(objective -> objective.means().stream())
                        .filter(means -> Objects.equals(means.area(), area))
                        .map(means -> new AreaPage.AreaMeans(
                                PlanRowAssembler.meansRow(means, board, LineContributions.NONE, t),
                                means.actions().stream()
                                        .map(action ->
                                                PlanRowAssembler.actionRow(action, board, LineContributions.NONE, t))
                                        .toList()))
                        .toList());
    }
}

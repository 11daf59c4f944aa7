package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.AmendmentQueries;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The changes since a plan's adoption. */
@Controller
@RequestMapping("/plan/actionplan/{plan}")
@Requires(ActionPlanPermissions.READ)
class AmendmentsController {

    private final PlanBoardQueries boards;
    private final AmendmentQueries amendments;
    private final PlanHeadAssembler headAssembler;

    AmendmentsController(PlanBoardQueries boards, AmendmentQueries amendments, PlanHeadAssembler headAssembler) {
        this.boards = boards;
        this.amendments = amendments;
        this.headAssembler = headAssembler;
    }

    @GetMapping("/amendments")
    ModelAndView list(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        List<AmendmentsPage.AmendmentRow> rows = amendments.findByPlan(header.id()).stream()
                .map(each -> AmendmentFormatter.row(each, t))
                .toList();
        return PageView.of(
                "plan/actionplan/amendments",
                new AmendmentsPage(headAssembler.assemble(header, "/amendments", t), rows));
    }

    @GetMapping("/comparison")
    ModelAndView compare(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        List<AmendmentComparisonPage.ComparisonRow> rows = amendments.compareWithAdopted(header.id()).stream()
                .map(each -> row(each, t))
                .toList();
        String adopted = PlanHeadAssembler.lead(header, t);
        return PageView.of(
                "plan/actionplan/comparison",
                new AmendmentComparisonPage(headAssembler.assemble(header, "/amendments", t), adopted, rows));
    }

    private static AmendmentComparisonPage.ComparisonRow row(LineDifference each, Words t) {
        String what =
                each.before() == null ? "added" : each.after() == null ? "dropped" : each.moved() ? "moved" : "changed";
        return new AmendmentComparisonPage.ComparisonRow(
                t.say("actionplan.comparison." + what), each.place(), side(each.before(), t), side(each.after(), t));
    }

    private static AmendmentComparisonPage.@Nullable ComparisonSide side(
            LineDifference.@Nullable LineVersion side, Words t) {
        if (side == null) {
            return null;
        }
        String head = ((side.code() == null ? "" : side.code() + " ") + side.title()).strip();
        var commitment = side.commitment();
        var target = side.target();
        return new AmendmentComparisonPage.ComparisonSide(
                (head + "\n" + side.text()).strip(),
                commitment == null ? null : t.say("actionplan.commitment." + commitment.name()),
                target == null ? null : target.format(t));
    }
}

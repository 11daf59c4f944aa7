package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Difference;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.AmendmentReading;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Page;
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

    private final PlanBoards boards;
    private final AmendmentReading amendments;
    private final PlanTops tops;

    AmendmentsController(PlanBoards boards, AmendmentReading amendments, PlanTops tops) {
        this.boards = boards;
        this.amendments = amendments;
        this.tops = tops;
    }

    @GetMapping("/amendments")
    ModelAndView list(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.header(new PlanId(plan));
        List<AmendmentsPage.Row> rows = amendments.of(header.id()).stream()
                .map(each -> AmendmentRows.row(each, t))
                .toList();
        return Page.of("plan/actionplan/amendments", new AmendmentsPage(tops.of(header, "/amendments", t), rows));
    }

    @GetMapping("/comparison")
    ModelAndView compare(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.header(new PlanId(plan));
        List<ComparisonPage.Row> rows = amendments.comparison(header.id()).stream()
                .map(each -> row(each, t))
                .toList();
        String adopted = PlanTops.lead(header, t);
        return Page.of(
                "plan/actionplan/comparison", new ComparisonPage(tops.of(header, "/amendments", t), adopted, rows));
    }

    private static ComparisonPage.Row row(Difference each, Words t) {
        String what =
                each.before() == null ? "added" : each.after() == null ? "dropped" : each.moved() ? "moved" : "changed";
        return new ComparisonPage.Row(
                t.say("actionplan.comparison." + what), each.place(), side(each.before(), t), side(each.after(), t));
    }

    private static ComparisonPage.@Nullable Side side(Difference.@Nullable Side side, Words t) {
        if (side == null) {
            return null;
        }
        String head = ((side.code() == null ? "" : side.code() + " ") + side.title()).strip();
        var commitment = side.commitment();
        var target = side.target();
        return new ComparisonPage.Side(
                (head + "\n" + side.text()).strip(),
                commitment == null ? null : t.say("actionplan.commitment." + commitment.name()),
                target == null ? null : target.say(t));
    }
}

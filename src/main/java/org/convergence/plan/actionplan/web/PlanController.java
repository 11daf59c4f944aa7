package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.AmendmentQueries;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.web.AmendmentsPage.AmendmentComparisonPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A plan by objective, its whole text to read and print, and its changes since the adoption. */
@Controller
@RequestMapping("/plan/actionplan/{plan}")
@Requires(ActionPlanPermissions.READ)
record PlanController(
        PlanBoardQueries boards, LineLinkQueries links, PlanHeadAssembler headAssembler, AmendmentQueries amendments) {

    @GetMapping
    ModelAndView objectives(@PathVariable PlanId plan, Words t) {
        PlanBoard board = boards.board(plan);
        var given = LineContributions.describe(board.header(), links);
        boolean draft = board.header().isDraft();
        var whole = board.progress().totalCounts();
        return PageView.of(
                "plan/actionplan/plan",
                new PlanPage(
                        headAssembler.assemble(board.header(), "", t),
                        draft
                                ? t.say("actionplan.whole.draft", whole.total())
                                : t.say("actionplan.whole", whole.total(), PlanFormatter.counts(whole, t)),
                        draft ? List.of() : PlanFormatter.bar(whole),
                        board.progress().objectives().stream()
                                .map(each -> PlanPage.objectivePart(each, board, given, t))
                                .toList()));
    }

    @GetMapping("/text")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView text(@PathVariable PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        PlanTree tree = boards.findTree(header.id());
        return PageView.of(
                "plan/actionplan/text",
                new PlanTextPage(
                        headAssembler.assemble(header, "/text", t),
                        PlanRights.mayEdit(header),
                        header.isDraft(),
                        tree.sections().stream().map(each -> section(each, t)).toList(),
                        tree.objectives().stream()
                                .map(each -> objective(each, t))
                                .toList()));
    }

    private static PlanTextPage.PlanTextBlock section(PlanTree.SectionNode each, Words t) {
        String name = each.title().isEmpty()
                ? t.say("actionplan.section." + each.kind().name())
                : each.title();
        return new PlanTextPage.PlanTextBlock(
                each.id(), LineLevel.SECTION, each.title(), each.text(), null, null, name, List.of());
    }

    private static PlanTextPage.PlanTextBlock objective(PlanTree.ObjectiveNode each, Words t) {
        return new PlanTextPage.PlanTextBlock(
                each.id(),
                LineLevel.OBJECTIVE,
                PlanFormatter.objective(each.code(), each.title(), t),
                each.text(),
                null,
                null,
                PlanFormatter.objective(each.code(), each.title(), t),
                each.means().stream().map(means -> means(means, t)).toList());
    }

    private static PlanTextPage.PlanTextBlock means(PlanTree.MeansNode each, Words t) {
        return new PlanTextPage.PlanTextBlock(
                each.id(),
                LineLevel.MEANS,
                coded(each.code(), each.title()),
                each.text(),
                null,
                null,
                "",
                each.actions().stream().map(action -> action(action, t)).toList());
    }

    private static PlanTextPage.PlanTextBlock action(PlanTree.ActionNode each, Words t) {
        return new PlanTextPage.PlanTextBlock(
                each.id(),
                LineLevel.ACTION,
                coded(each.code(), Objects.requireNonNullElse(each.title(), "")).strip(),
                each.text(),
                each.commitment() == Commitment.FIRM
                        ? null
                        : t.say("actionplan.commitment." + each.commitment().name()),
                each.target() == null ? null : each.target().format(t),
                "",
                each.subActions().stream().map(part -> action(part, t)).toList());
    }

    private static String coded(@Nullable String code, String title) {
        return code == null ? title : code + " " + title;
    }

    @GetMapping("/amendments")
    ModelAndView amendments(@PathVariable PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        List<AmendmentsPage.AmendmentRow> rows = amendments.findByPlan(header.id()).stream()
                .map(each -> AmendmentsPage.row(each, t))
                .toList();
        return PageView.of(
                "plan/actionplan/amendments",
                new AmendmentsPage(headAssembler.assemble(header, "/amendments", t), rows));
    }

    @GetMapping("/comparison")
    ModelAndView compare(@PathVariable PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        List<AmendmentComparisonPage.ComparisonRow> rows = amendments.compareWithAdopted(header.id()).stream()
                .map(each -> comparisonRow(each, t))
                .toList();
        return PageView.of(
                "plan/actionplan/comparison",
                new AmendmentComparisonPage(headAssembler.assemble(header, "/amendments", t), rows));
    }

    private static AmendmentComparisonPage.ComparisonRow comparisonRow(LineDifference each, Words t) {
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

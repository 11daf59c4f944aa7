package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The whole text of a plan, to read and print, with links to edit each line. */
@Controller
class PlanTextController {

    private final PlanBoardQueries boards;
    private final PlanHeadAssembler headAssembler;

    PlanTextController(PlanBoardQueries boards, PlanHeadAssembler headAssembler) {
        this.boards = boards;
        this.headAssembler = headAssembler;
    }

    @GetMapping("/plan/actionplan/{plan}/text")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView text(@PathVariable UUID plan, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
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
}

package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.PlanProgress.ObjectiveProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.web.PlanPage.AreaPage;
import org.convergence.plan.actionplan.web.PlanPage.MeansPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
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

/** The page of a means with its actions. */
@Controller
@RequestMapping("/plan/actionplan")
record MeansController(
        PlanBoardQueries boards, ActionFollowUpService followUpService, LineLinkQueries links, ActionPlans plans) {

    private record AreaInput(int version, @Nullable Area area) {}

    @GetMapping("/means/{means}")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable UUID means, Words t) {
        return show(means, null, t);
    }

    @PostMapping("/means/{means}/area")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView tag(@PathVariable UUID means, Form form, Words t) {
        return form.submit(
                answers -> new AreaInput(answers.version(), answers.optionalChoice("area", Area.class)),
                tag -> followUpService.tagArea(new MeansId(means), tag.version(), tag.area()),
                SeeOther.to("/plan/actionplan/means/" + means).withNotice("actionplan.tagged"),
                () -> show(means, form, t));
    }

    private ModelAndView show(UUID id, @Nullable Form typed, Words t) {
        LineFacts line = boards.findLine(LineLevel.MEANS, id);
        PlanBoard board = boards.board(line.plan().id());
        for (ObjectiveProgress objective : board.progress().objectives()) {
            for (MeansProgress means : objective.means()) {
                if (means.id().value().equals(id)) {
                    return PageView.of("plan/actionplan/means", page(line, board, objective, means, typed, t));
                }
            }
        }
        throw new NotFound("means");
    }

    private MeansPage page(
            LineFacts line,
            PlanBoard board,
            ObjectiveProgress objective,
            MeansProgress means,
            @Nullable Form typed,
            Words t) {
        var given = LineContributions.describe(board.header(), links);
        PlanPage.MeansRow row = PlanPage.meansRow(means, board, given, t);
        boolean follows = !line.plan().isClosed() && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP);
        boolean writes = PlanRights.mayEdit(line.plan());
        String here = "/plan/actionplan/line/means/" + line.id();
        Form tag =
                typed != null ? typed : Form.blank().atVersion(line.version()).with("area", means.area());
        return new MeansPage(
                line.id(),
                board.header().facts().title(),
                PlanHeadAssembler.url(board.header(), ""),
                PlanFormatter.objective(objective.code(), objective.title(), t),
                line.words().label(),
                ((LineWording.MeansWording) line.words()).text(),
                row.counts(),
                row.bar(),
                row.tone(),
                row.word(),
                means.actions().stream()
                        .map(action -> PlanPage.actionRow(action, board, given, t))
                        .toList(),
                follows ? tag : null,
                PlanForm.options(Area.class, "actionplan.area", t),
                means.area() == null
                        ? t.say("actionplan.area.none")
                        : t.say("actionplan.area." + means.area().name()),
                writes ? here + "/edit" : null,
                writes ? here + "/add" : null);
    }

    @GetMapping("/area/{name}")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView showArea(@PathVariable String name, Words t) {
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
                .map(board -> areaPlan(board, area, t))
                .filter(areaPlan -> !areaPlan.means().isEmpty())
                .toList();
        return PageView.of(
                "plan/actionplan/area",
                new AreaPage("actionplan.area." + area.name(), t.say("actionplan.area.lead." + area.name()), parts));
    }

    private static AreaPage.AreaPlan areaPlan(PlanBoard board, Area area, Words t) {
        return new AreaPage.AreaPlan(
                board.header().facts().title(),
                PlanHeadAssembler.url(board.header(), ""),
                board.progress().objectives().stream()
                        .flatMap(objective -> objective.means().stream())
                        .filter(means -> Objects.equals(means.area(), area))
                        .map(means -> new AreaPage.AreaMeans(
                                PlanPage.meansRow(means, board, LineContributions.NONE, t),
                                means.actions().stream()
                                        .map(action -> PlanPage.actionRow(action, board, LineContributions.NONE, t))
                                        .toList()))
                        .toList());
    }
}

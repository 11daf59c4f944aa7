package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.LinePosition;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.plan.actionplan.web.PlanFormPage.LineMovePage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Moves, drops and restores lines: a step up or down in a draft, or elsewhere in the plan. */
@Controller
@RequestMapping("/plan/actionplan/line/{level}/{line}")
@Requires(ActionPlanPermissions.DRAFT)
record LineOrderController(
        PlanBoardQueries boards,
        PlanDraftService planDraftService,
        PlanAmendmentService planAmendmentService,
        OrganisationSettings settings) {

    private record MoveInput(LinePosition place, @Nullable AmendmentNote note) {}

    @PostMapping("/up")
    ModelAndView moveUp(@PathVariable LineLevel level, @PathVariable UUID line) {
        return shift(level, line, -1);
    }

    @PostMapping("/down")
    ModelAndView moveDown(@PathVariable LineLevel level, @PathVariable UUID line) {
        return shift(level, line, 1);
    }

    private ModelAndView shift(LineLevel level, UUID line, int by) {
        LineFacts facts = boards.findLine(level, line);
        planDraftService.shift(facts.plan().id(), level, line, by);
        return SeeOther.to(PlanFormatter.lineReturnUrl(facts));
    }

    @GetMapping("/move")
    ModelAndView move(@PathVariable LineLevel level, @PathVariable UUID line) {
        LineFacts facts = editable(level, line);
        Form form = Form.blank()
                .with("under", facts.parent() == null ? facts.above() : facts.parent())
                .with("rank", facts.rank() + 1);
        return movePage(facts, PlanForm.withDecisionDate(form, facts.plan(), settings.today()));
    }

    @PostMapping("/move")
    ModelAndView move(@PathVariable LineLevel level, @PathVariable UUID line, Form form) {
        LineFacts facts = editable(level, line);
        return form.submit(
                answers -> new MoveInput(
                        place(facts, answers.id("under"), answers.optionalWholeNumber("rank", 1, 10_000)),
                        PlanForm.note(answers, facts.plan())),
                move -> {
                    AmendmentNote note = move.note();
                    if (note == null) {
                        planDraftService.move(facts.plan().id(), level, line, move.place());
                    } else {
                        planAmendmentService.move(facts.plan().id(), level, line, move.place(), note);
                    }
                    return SeeOther.to(PlanFormatter.lineReturnUrl(facts)).withNotice("actionplan.line.moved");
                },
                () -> movePage(facts, form));
    }

    private LinePosition place(LineFacts facts, UUID under, @Nullable Integer rank) {
        Integer from = rank == null ? null : rank - 1;
        if (facts.level() == LineLevel.ACTION) {
            for (PlanTree.ObjectiveNode objective :
                    boards.findTree(facts.plan().id()).objectives()) {
                for (PlanTree.MeansNode means : objective.means()) {
                    if (means.actions().stream().anyMatch(action -> action.id().equals(under))) {
                        return new LinePosition(means.id(), under, from);
                    }
                }
            }
        }
        return new LinePosition(under, null, from);
    }

    private ModelAndView movePage(LineFacts facts, Form form) {
        return PageView.of(
                "plan/actionplan/move",
                new LineMovePage(PlanFormPage.of(facts, "actionplan.line.move", "/move", form, null), places(facts)));
    }

    /** The lines under which it may be moved: the plan, objectives, means, or for sub-actions other actions. */
    private List<Option> places(LineFacts facts) {
        List<Option> places = new ArrayList<>();
        PlanTree plan = boards.findTree(facts.plan().id());
        if (facts.level() == LineLevel.SECTION || facts.level() == LineLevel.OBJECTIVE) {
            places.add(Option.of(plan.id(), plan.title()));
        }
        for (PlanTree.ObjectiveNode objective : plan.objectives()) {
            if (facts.level() == LineLevel.MEANS) {
                places.add(Option.of(objective.id(), label(objective.code(), objective.title())));
            } else if (facts.level() == LineLevel.ACTION) {
                objective.means().forEach(means -> places(facts, means, places));
            }
        }
        return places;
    }

    private static void places(LineFacts facts, PlanTree.MeansNode means, List<Option> places) {
        String above = label(means.code(), means.title());
        places.add(Option.of(means.id(), above));
        for (PlanTree.ActionNode action : means.actions()) {
            if (!action.id().equals(facts.id())) {
                String own = action.title() == null ? action.text() : action.title();
                places.add(Option.of(action.id(), above + " › " + PlanLine.shorten(own)));
            }
        }
    }

    private static String label(@Nullable String code, String title) {
        return PlanLine.shorten(code == null ? title : code + " · " + title);
    }

    @GetMapping("/drop")
    ModelAndView drop(@PathVariable LineLevel level, @PathVariable UUID line) {
        LineFacts facts = editable(level, line);
        Form form = Form.blank();
        return dropPage(facts, PlanForm.withDecisionDate(form, facts.plan(), settings.today()));
    }

    @PostMapping("/drop")
    ModelAndView drop(@PathVariable LineLevel level, @PathVariable UUID line, Form form) {
        LineFacts facts = editable(level, line);
        if (facts.plan().isDraft()) {
            return form.submit(
                    answers -> true,
                    yes -> {
                        planDraftService.remove(facts.plan().id(), level, line);
                        return SeeOther.to(PlanHeadAssembler.url(facts.plan(), "/text"))
                                .withNotice("actionplan.line.removed");
                    },
                    () -> dropPage(facts, form));
        }
        return form.submit(
                PlanForm::note,
                note -> {
                    if (facts.dropped()) {
                        planAmendmentService.restore(facts.plan().id(), level, line, note);
                    } else {
                        planAmendmentService.drop(facts.plan().id(), level, line, note);
                    }
                    String said = facts.dropped() ? "actionplan.line.restored" : "actionplan.line.dropped";
                    return SeeOther.to(PlanHeadAssembler.url(facts.plan(), "")).withNotice(said);
                },
                () -> dropPage(facts, form));
    }

    private static ModelAndView dropPage(LineFacts facts, Form form) {
        String key = facts.plan().isDraft() ? "remove" : facts.dropped() ? "restore" : "drop";
        return PageView.of(
                "plan/actionplan/drop", PlanFormPage.of(facts, "actionplan.line." + key, "/drop", form, null));
    }

    /** @throws org.convergence.platform.database.Refused if the current actor may not edit the line */
    private LineFacts editable(LineLevel level, UUID line) {
        LineFacts facts = boards.findLine(level, line);
        PlanRights.requireEdit(facts.plan());
        return facts;
    }
}

package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.Place;
import org.convergence.plan.actionplan.domain.PlanAmending;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanDrafting;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Moves lines: a step up or down in a draft, or elsewhere in the plan. */
@Controller
@RequestMapping("/plan/actionplan/line/{level}/{line}")
@Requires(ActionPlanPermissions.DRAFT)
class LineOrderController {

    private final PlanBoards boards;
    private final PlanDrafting drafting;
    private final PlanAmending amending;
    private final OrganisationSettings settings;

    LineOrderController(
            PlanBoards boards, PlanDrafting drafting, PlanAmending amending, OrganisationSettings settings) {
        this.boards = boards;
        this.drafting = drafting;
        this.amending = amending;
        this.settings = settings;
    }

    private record Move(Place place, @Nullable AmendmentNote note) {}

    @PostMapping("/up")
    ModelAndView up(@PathVariable Level level, @PathVariable UUID line) {
        return shift(level, line, -1);
    }

    @PostMapping("/down")
    ModelAndView down(@PathVariable Level level, @PathVariable UUID line) {
        return shift(level, line, 1);
    }

    private ModelAndView shift(Level level, UUID line, int by) {
        LineFacts facts = boards.line(level, line);
        drafting.shift(facts.plan().id(), level, line, by);
        return Go.to(LinePlaces.home(facts));
    }

    @GetMapping("/move")
    ModelAndView move(@PathVariable Level level, @PathVariable UUID line) {
        LineFacts facts = boards.line(level, line);
        Rights.requireWriting(facts.plan());
        Form form = Form.blank()
                .with("under", facts.parent() == null ? facts.above() : facts.parent())
                .with("rank", facts.rank() + 1);
        return movePage(facts, facts.plan().isDraft() ? form : PlanForms.noting(form, settings.today()));
    }

    @PostMapping("/move")
    ModelAndView move(@PathVariable Level level, @PathVariable UUID line, Form form) {
        LineFacts facts = boards.line(level, line);
        Rights.requireWriting(facts.plan());
        return form.submit(
                answers -> new Move(
                        place(facts, answers.id("under"), answers.optionalWhole("rank", 1, 10_000)),
                        facts.plan().isDraft() ? null : PlanForms.note(answers)),
                move -> {
                    AmendmentNote note = move.note();
                    if (note == null) {
                        drafting.move(facts.plan().id(), level, line, move.place());
                    } else {
                        amending.move(facts.plan().id(), level, line, move.place(), note);
                    }
                    return Go.to(LinePlaces.home(facts)).saying("actionplan.line.moved");
                },
                () -> movePage(facts, form));
    }

    private Place place(LineFacts facts, UUID under, @Nullable Integer rank) {
        Integer from = rank == null ? null : rank - 1;
        if (facts.level() == Level.ACTION) {
            for (PlanTree.Objective objective : boards.text(facts.plan().id()).objectives()) {
                for (PlanTree.Means means : objective.means()) {
                    if (means.actions().stream().anyMatch(action -> action.id().equals(under))) {
                        return new Place(means.id(), under, from);
                    }
                }
            }
        }
        return new Place(under, null, from);
    }

    private ModelAndView movePage(LineFacts facts, Form form) {
        return Page.of(
                "plan/actionplan/move",
                new MovePage(LinePages.form(facts, "actionplan.line.move", "/move", form), places(facts)));
    }

    /** The lines under which it may be moved: the plan, objectives, means, or for sub-actions other actions. */
    private List<Option> places(LineFacts facts) {
        List<Option> places = new ArrayList<>();
        PlanTree plan = boards.text(facts.plan().id());
        if (facts.level() == Level.SECTION || facts.level() == Level.OBJECTIVE) {
            places.add(Option.of(plan.id(), plan.title()));
        }
        for (PlanTree.Objective objective : plan.objectives()) {
            if (facts.level() == Level.MEANS) {
                places.add(Option.of(objective.id(), label(objective.code(), objective.title())));
            } else if (facts.level() == Level.ACTION) {
                objective.means().forEach(means -> places(facts, means, places));
            }
        }
        return places;
    }

    private static void places(LineFacts facts, PlanTree.Means means, List<Option> places) {
        String above = label(means.code(), means.title());
        places.add(Option.of(means.id(), above));
        for (PlanTree.Action action : means.actions()) {
            if (!action.id().equals(facts.id())) {
                String own = action.title() == null ? action.text() : action.title();
                places.add(Option.of(action.id(), above + " › " + PlanLine.beginning(own)));
            }
        }
    }

    private static String label(@Nullable String code, String title) {
        return PlanLine.beginning(code == null ? title : code + " · " + title);
    }
}

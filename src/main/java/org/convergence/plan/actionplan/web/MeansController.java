package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.PlanProgress.OfObjective;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.FollowingUp;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.LineLinks;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
@RequestMapping("/plan/actionplan/means/{means}")
class MeansController {

    private final PlanBoards boards;
    private final FollowingUp followingUp;
    private final LineLinks links;

    MeansController(PlanBoards boards, FollowingUp followingUp, LineLinks links) {
        this.boards = boards;
        this.links = links;
        this.followingUp = followingUp;
    }

    private record Tag(int version, @Nullable Area area) {}

    @GetMapping
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable UUID means, Words t) {
        return show(means, null, t);
    }

    @PostMapping("/area")
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    ModelAndView tag(@PathVariable UUID means, Form form, Words t) {
        return form.submit(
                answers -> new Tag(answers.version(), answers.optionalChoice("area", Area.class)),
                tag -> {
                    followingUp.tag(new MeansId(means), tag.version(), tag.area());
                    return Go.to("/plan/actionplan/means/" + means).saying("actionplan.tagged");
                },
                () -> show(means, form, t));
    }

    private ModelAndView show(UUID id, @Nullable Form typed, Words t) {
        LineFacts line = boards.line(Level.MEANS, id);
        PlanBoard board = boards.board(line.plan().id());
        for (OfObjective objective : board.progress().objectives()) {
            for (OfMeans means : objective.means()) {
                if (means.id().value().equals(id)) {
                    return Page.of("plan/actionplan/means", page(line, board, objective, means, typed, t));
                }
            }
        }
        throw new NotFound("means");
    }

    private MeansPage page(
            LineFacts line, PlanBoard board, OfObjective objective, OfMeans means, @Nullable Form typed, Words t) {
        var given = Contributions.to(board.header(), links);
        PlanPage.MeansRow row = Rows.means(means, board, given, t);
        boolean follows = !line.plan().isClosed() && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP);
        boolean writes = Rights.writes(line.plan());
        String here = "/plan/actionplan/line/means/" + line.id();
        Form tag = typed != null ? typed : Form.blank().at(line.version()).with("area", means.area());
        return new MeansPage(
                line.id(),
                board.header().facts().title(),
                PlanTops.url(board.header(), ""),
                Saying.objective(objective.code(), objective.title(), t),
                line.words().label(),
                ((Wording.OfMeans) line.words()).text(),
                row.counts(),
                row.bar(),
                row.tone(),
                row.word(),
                means.actions().stream()
                        .map(action -> Rows.action(action, board, given, t))
                        .toList(),
                follows ? tag : null,
                PlanForms.options(Area.class, "actionplan.area", t),
                means.area() == null
                        ? t.say("actionplan.area.none")
                        : t.say("actionplan.area." + means.area().name()),
                writes ? here + "/edit" : null,
                writes ? here + "/add" : null);
    }
}

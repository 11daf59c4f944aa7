package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.web.GridPage.GridResult;
import org.convergence.plan.actionplan.web.GridPage.MeansGroup;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of the grid: the lines of a plan under their means. */
@Component
class GridPageAssembler {

    private static final int SUGGESTED = 200;

    private final PlanHeadAssembler headAssembler;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    GridPageAssembler(PlanHeadAssembler headAssembler, PeopleDirectory people, OrganisationSettings settings) {
        this.headAssembler = headAssembler;
        this.people = people;
        this.settings = settings;
    }

    /**
     * @param row makes the row of a line
     * @param sent the form that was sent, or that is shown again after the session ended
     */
    ModelAndView assemble(
            PlanBoard board,
            BiFunction<MeansProgress, ActionProgress, GridRow> row,
            @Nullable Form sent,
            @Nullable GridResult news,
            Words t) {
        List<MeansGroup> groups = means(board)
                .map(means -> new MeansGroup(
                        means.code() == null ? means.title() : means.code() + " " + means.title(),
                        "/plan/actionplan/means/" + means.id().value(),
                        actions(means).map(action -> row.apply(means, action)).toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        boolean follows = PlanRights.mayFollowUp(board.header());
        boolean noted = follows && board.header().isAdopted() && PlanRights.mayEdit(board.header());
        Form note = sent != null ? sent : PlanForm.withDecisionDate(Form.blank(), settings.today());
        return PageView.of(
                "plan/actionplan/grid",
                new GridPage(
                        headAssembler.assemble(board.header(), "/grid", t),
                        groups,
                        follows
                                ? people.findPeople("", SUGGESTED).stream()
                                        .map(PersonName::name)
                                        .toList()
                                : List.of(),
                        follows,
                        noted ? note : null,
                        news,
                        sent != null && news == null));
    }

    /** The reader of its days typed without a year. */
    PlanDayReader days(PlanBoard board) {
        return PlanDayReader.forPlan(board.header(), settings);
    }

    /** All its lines, in the plan's order. */
    static List<ActionProgress> actionsOf(PlanBoard board) {
        return means(board).flatMap(GridPageAssembler::actions).toList();
    }

    /** @throws NotFound if the plan has no such line */
    static ActionProgress actionById(PlanBoard board, UUID action) {
        return actionsOf(board).stream()
                .filter(each -> each.line().id().value().equals(action))
                .findFirst()
                .orElseThrow(() -> new NotFound("action"));
    }

    private static Stream<MeansProgress> means(PlanBoard board) {
        return board.progress().objectives().stream().flatMap(objective -> objective.means().stream());
    }

    /** Actions, each followed by its sub-actions; dropped ones are left out. */
    private static Stream<ActionProgress> actions(MeansProgress means) {
        return means.actions().stream()
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()))
                .filter(action -> !action.line().dropped());
    }
}

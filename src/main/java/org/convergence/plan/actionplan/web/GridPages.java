package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.PlanProgress.OfMeans;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.web.GridPage.Group;
import org.convergence.plan.actionplan.web.GridPage.News;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of the grid: the lines of a plan under their means. */
@Component
class GridPages {

    private static final int SUGGESTED = 200;

    private final PlanTops tops;
    private final People people;
    private final OrganisationSettings settings;

    GridPages(PlanTops tops, People people, OrganisationSettings settings) {
        this.tops = tops;
        this.people = people;
        this.settings = settings;
    }

    /**
     * @param row makes the row of a line
     *
     * @param sent the form that was sent, or that is shown again after the session ended
     */
    ModelAndView of(
            PlanBoard board,
            BiFunction<OfMeans, OfAction, GridRow> row,
            @Nullable Form sent,
            @Nullable News news,
            Words t) {
        List<Group> groups = means(board)
                .map(means -> new Group(
                        means.code() == null ? means.title() : means.code() + " " + means.title(),
                        "/plan/actionplan/means/" + means.id().value(),
                        actions(means).map(action -> row.apply(means, action)).toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        boolean follows = Rights.follows(board.header());
        boolean noted = follows && board.header().isAdopted() && Rights.writes(board.header());
        Form note = sent != null ? sent : PlanForms.noting(Form.blank(), settings.today());
        return Page.of(
                "plan/actionplan/grid",
                new GridPage(
                        tops.of(board.header(), "/grid", t),
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
    PlanDays days(PlanBoard board) {
        return PlanDays.of(board.header(), settings);
    }

    /** All its lines, in the plan's order. */
    static List<OfAction> lines(PlanBoard board) {
        return means(board).flatMap(GridPages::actions).toList();
    }

    /** @throws NotFound if the plan has no such line */
    static OfAction line(PlanBoard board, UUID action) {
        return lines(board).stream()
                .filter(each -> each.line().id().value().equals(action))
                .findFirst()
                .orElseThrow(() -> new NotFound("action"));
    }

    private static Stream<OfMeans> means(PlanBoard board) {
        return board.progress().objectives().stream().flatMap(objective -> objective.means().stream());
    }

    /** Actions, each followed by its sub-actions; dropped ones are left out. */
    private static Stream<OfAction> actions(OfMeans means) {
        return means.actions().stream()
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()))
                .filter(action -> !action.line().dropped());
    }
}

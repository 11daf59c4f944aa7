package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanProgress.MeansProgress;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.GridColumnChoiceService;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.WordingHistory;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.plan.actionplan.web.GridPage.GridResult;
import org.convergence.plan.actionplan.web.GridPage.GridRow;
import org.convergence.plan.actionplan.web.GridPage.GridRow.GridRowState;
import org.convergence.plan.actionplan.web.GridPage.MeansGroup;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the page of the grid: the lines of a plan under their means. */
@Component
record GridPageAssembler(
        PlanHeadAssembler headAssembler,
        PeopleDirectory people,
        OrganisationSettings settings,
        ActionFollowUpService followUpService,
        WordingHistory past,
        GridColumnChoiceService columnChoices) {

    private static final int SUGGESTED = 200;

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
        Form note = sent != null ? sent : PlanForm.withDecisionDate(Form.blank(), board.header(), settings.today());
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
                        hiddenColumns(),
                        noted ? note : null,
                        news,
                        sent != null && news == null));
    }

    private Set<GridColumn> hiddenColumns() {
        Set<String> hidden = columnChoices.findHidden();
        return Stream.of(GridColumn.values())
                .filter(column -> hidden.contains(column.name()))
                .collect(Collectors.toSet());
    }

    /** The reader of its days typed without a year. */
    PlanDayReader days(PlanBoard board, Words t) {
        return PlanDayReader.forPlan(board.header(), settings, t);
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

    /** A row with the current values. */
    GridRow currentRow(PlanBoard board, ActionProgress action, GridRowState state, Words t) {
        return row(board, action, GridRowForm.fill(followed(board, action), t), null, state, t);
    }

    /** A row with the values of a form. */
    GridRow row(
            PlanBoard board,
            ActionProgress action,
            Form form,
            @Nullable Conflict conflict,
            GridRowState state,
            Words t) {
        FollowedAction now = followed(board, action);
        boolean follows =
                PlanRights.mayFollowUp(board.header()) && !action.line().dropped();
        form.with("supportWas", String.join(", ", now.support()));
        return new GridRow(
                board.header().id().value(),
                action.line().id().value(),
                action.line().title(),
                summary(now, t),
                action.line().parent() != null,
                t.say("actionplan.state." + action.state().name()),
                action.line().objectiveTitle(),
                form,
                conflict,
                Set.of(),
                state,
                new GridRow.GridRowRights(follows, PlanRights.mayEdit(board.header())));
    }

    /** The rows of all lines of a plan: typed values if something was changed, else current ones. */
    List<GridRow> allRows(PlanBoard board, Form form, Words t) {
        return actionsOf(board).stream()
                .map(action -> changedForm(board, action, form, t)
                        .map(typed -> row(board, action, typed, null, GridRowState.TYPED, t))
                        .orElseGet(() -> currentRow(board, action, GridRowState.KEPT, t)))
                .toList();
    }

    /** A row that is not fully saved, with the versions after saving. */
    GridRow unsavedRow(PlanBoard board, ActionProgress action, GridRow row, Words t) {
        if (row.state() == GridRowState.PARTLY) {
            FollowedAction now = followed(board, action);
            row.form().with("version", now.followVersion()).with("words", now.version());
        }
        return row(board, action, row.form(), row.conflict(), row.state(), t);
    }

    /** The typed values that are not saved; empty if the line was not sent or not changed. */
    Optional<Form> changedForm(PlanBoard board, ActionProgress action, Form all, Words t) {
        FollowedAction now = followed(board, action);
        return GridRowForm.readTyped(all, now)
                .filter(typed ->
                        typed.filled("take") || !GridRowForm.haveSameCells(typed, formAsOpened(typed, now, t)));
    }

    /** The line's values when its form was opened. */
    private Form formAsOpened(Form typed, FollowedAction now, Words t) {
        if (!isStale(typed, now)) {
            return GridRowForm.fill(now, t);
        }
        UUID id = now.action().value();
        int since = version(typed, "version");
        return GridRowForm.fillEarlier(
                id,
                followUpService.findAtVersion(now.action(), since),
                past.findAtVersion(LineLevel.ACTION, id, version(typed, "words")),
                typed.value("supportWas"),
                t);
    }

    /** Whether the line was changed since it was opened. */
    static boolean isStale(Form typed, FollowedAction now) {
        return version(typed, "version") != now.followVersion() || version(typed, "words") != now.version();
    }

    static FollowedAction followed(PlanBoard board, ActionProgress action) {
        return Objects.requireNonNull(board.followed().get(action.line().id()));
    }

    static int version(Form form, String field) {
        return TextParser.wholeNumber(form.value(field)).orElse(-1);
    }

    /** The summary for narrow screens: « Marie Tremblay · du 1er au 30 octobre ». */
    private static String summary(FollowedAction now, Words t) {
        List<String> parts = new ArrayList<>();
        String responsible = now.responsible();
        if (responsible != null) {
            parts.add(responsible);
        }
        String when = PlanPage.formatWhen(now, t);
        if (when != null) {
            parts.add(when);
        }
        return String.join(" · ", parts);
    }
}

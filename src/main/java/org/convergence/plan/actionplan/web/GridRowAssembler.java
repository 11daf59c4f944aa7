package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.WordingHistory;
import org.convergence.plan.actionplan.web.GridRow.GridRowState;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the rows of the grid, with current or typed values. */
@Component
class GridRowAssembler {

    private final ActionFollowUpService followUpService;
    private final WordingHistory past;

    GridRowAssembler(ActionFollowUpService followUpService, WordingHistory past) {
        this.followUpService = followUpService;
        this.past = past;
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
                form,
                conflict,
                Set.of(),
                state,
                new GridRow.GridRowRights(follows, PlanRights.mayEdit(board.header())));
    }

    /** The rows of all lines of a plan: typed values if something was changed, else current ones. */
    List<GridRow> allRows(PlanBoard board, Form form, Words t) {
        return GridPageAssembler.actionsOf(board).stream()
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
        String when = PlanRowAssembler.formatWhen(now, t);
        if (when != null) {
            parts.add(when);
        }
        return String.join(" · ", parts);
    }
}

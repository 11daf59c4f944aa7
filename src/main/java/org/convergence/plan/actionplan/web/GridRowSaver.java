package org.convergence.plan.actionplan.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.domain.ActionFollowUpService;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.domain.LinePlanningService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.domain.WordingHistory;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.plan.actionplan.web.GridPage.GridRow;
import org.convergence.plan.actionplan.web.GridPage.GridRow.GridRowState;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves the lines of the grid one by one: an error in one does not prevent the others. */
@Component
record GridRowSaver(
        GridPageAssembler rows,
        ActionFollowUpService followUpService,
        LinePlanningService linePlanningService,
        WordingHistory past) {

    /** What all lines of one request share: the named people, and why targets change. */
    record GridSubmission(PlanHeader plan, Form all, Map<String, UUID> people, PlanDayReader days, Words t) {}

    /** Saves a typed line, and returns its row afterwards. */
    GridRow save(PlanBoard board, ActionProgress action, Form typed, GridSubmission sending) {
        FollowedAction now = GridPageAssembler.followed(board, action);
        Words t = sending.t();
        if (GridPageAssembler.isStale(typed, now) || typed.filled("take")) {
            Conflict both = conflictBetween(typed, now, t);
            if (!both.differences().isEmpty()) {
                typed.refuse("actionplan.grid.conflict", Objects.requireNonNullElse(both.who(), "–"));
                return rows.row(board, action, typed, both, GridRowState.TYPED, t);
            }
        }
        try {
            GridRowState state = write(board, now, typed, sending);
            return rows.row(board, action, typed, null, state, t);
        } catch (Refused refused) {
            typed.refuse(refused.messageKey(), refused.arguments());
        } catch (EditConflict meanwhile) {
            typed.refuse("shell.form.conflict_alone");
        }
        return rows.row(board, action, typed, null, GridRowState.TYPED, t);
    }

    /** Saves the line without its unreadable cells, which are marked. */
    private GridRowState write(PlanBoard board, FollowedAction now, Form typed, GridSubmission sending) {
        Form standing = GridRowForm.fill(now, sending.t());
        try {
            linePlanningService.save(board.header(), readPlannedLine(now, typed, sending));
            return GridRowState.SAVED;
        } catch (FieldsRefused unread) {
            Form alone = GridRowForm.readable(typed, standing);
            if (writeReadable(board, now, alone, standing, sending)) {
                return GridRowState.PARTLY;
            }
            // For instance an end before the new beginning: cells validated together are left out together.
            alone.problems().forEach(problem -> mark(typed, problem, standing));
            Form together = GridRowForm.readable(typed, standing);
            return writeReadable(board, now, together, standing, sending) ? GridRowState.PARTLY : GridRowState.TYPED;
        }
    }

    private boolean writeReadable(
            PlanBoard board, FollowedAction now, Form readable, Form standing, GridSubmission sending) {
        try {
            LinePlanningService.PlannedLine planned = readPlannedLine(now, readable, sending);
            if (!GridRowForm.haveSameCells(readable, standing)) {
                linePlanningService.save(board.header(), planned);
            }
            return true;
        } catch (FieldsRefused unread) {
            return false;
        }
    }

    private static void mark(Form typed, Form.FieldProblem problem, Form standing) {
        for (GridColumn column : GridColumn.values()) {
            String field = column.field();
            if (!field.equals(problem.field())) {
                continue;
            }
            if (typed.problem(field) == null) {
                typed.reject(field, problem.key(), problem.arguments().toArray());
            }
            GridColumn partner = column.validatedWith();
            if (partner != null
                    && typed.problem(partner.field()) == null
                    && !typed.value(partner.field()).equals(standing.value(partner.field()))) {
                typed.reject(partner.field(), "actionplan.grid.waits");
            }
        }
    }

    /** Compares the line with its values when it was first opened, which the form keeps sending. */
    private Conflict conflictBetween(Form typed, FollowedAction now, Words t) {
        if (!typed.filled("since")) {
            typed.with("since", typed.value("version") + "/" + typed.value("words"));
        }
        String[] since = typed.value("since").split("/", 2);
        Form then = Form.blank().with("version", since[0]).with("words", since.length > 1 ? since[1] : "");
        Form before = GridRowForm.fillEarlier(
                now.action().value(),
                followUpService.findAtVersion(now.action(), GridPageAssembler.version(then, "version")),
                past.findAtVersion(LineLevel.ACTION, now.action().value(), GridPageAssembler.version(then, "words")),
                typed.value("supportWas"),
                t);
        var both = Conflict.merge(
                typed,
                before,
                GridRowForm.fill(now, t),
                GridPageAssembler.version(then, "version"),
                followUpService.lastEditor(now.action()),
                GridRowForm.FIELDS,
                (field, value) -> PlanFormatter.formatValue(field, value, t));
        typed.with("words", now.version());
        return both;
    }

    /** Reads a line without saving it; errors are noted on its form. */
    void check(PlanBoard board, ActionProgress action, Form typed, GridSubmission sending) {
        try {
            readPlannedLine(GridPageAssembler.followed(board, action), typed, sending);
        } catch (FieldsRefused noted) {
            // The errors are on the form.
        }
    }

    private static LinePlanningService.PlannedLine readPlannedLine(
            FollowedAction now, Form typed, GridSubmission sending) {
        return typed.read(answers -> {
            var facts = ActionFollowUpForm.read(typed, answers, sending.people(), sending.days());
            checkReason(now, typed);
            LineWording.ActionWording words = now.words();
            ActionTarget target = GridRowForm.readTarget(typed, words, sending.t());
            boolean moved = !Objects.equals(target, words.target());
            return new LinePlanningService.PlannedLine(
                    now.action(),
                    now.followVersion(),
                    facts,
                    moved ? words.withTarget(target) : null,
                    now.version(),
                    moved && !sending.plan().isDraft() ? note(typed, sending.all()) : null);
        });
    }

    /** A reason needs a state: alone it would be lost. */
    private static void checkReason(FollowedAction now, Form typed) {
        String reason = typed.value("reason").strip();
        boolean isNew = !reason.equals(Objects.requireNonNullElse(now.facts().statedReason(), ""));
        if (!reason.isEmpty() && isNew && !typed.filled("stated")) {
            typed.reject("reason", "actionplan.grid.reason-alone");
        }
    }

    /** The reason for changed targets of an adopted plan is given once for all lines. */
    private static @Nullable AmendmentNote note(Form typed, Form all) {
        try {
            return all.read(PlanForm::note);
        } catch (FieldsRefused missing) {
            typed.reject("target", "actionplan.grid.target.why");
            return null;
        }
    }
}

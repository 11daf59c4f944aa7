package org.convergence.plan.actionplan.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.FollowingUp;
import org.convergence.plan.actionplan.domain.GridPlanning;
import org.convergence.plan.actionplan.domain.PastWordings;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.web.GridRow.State;
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
class GridKeeping {

    private final GridRows rows;
    private final FollowingUp followingUp;
    private final GridPlanning planning;
    private final PastWordings past;

    GridKeeping(GridRows rows, FollowingUp followingUp, GridPlanning planning, PastWordings past) {
        this.rows = rows;
        this.followingUp = followingUp;
        this.planning = planning;
        this.past = past;
    }

    /** What all lines of one request share: the named people, and why targets change. */
    record Sending(PlanHeader plan, Form all, Map<String, UUID> people, PlanDays days, Words t) {}

    /** Saves a typed line, and returns its row afterwards. */
    GridRow keep(PlanBoard board, OfAction action, Form typed, Sending sending) {
        Followed now = GridRows.followed(board, action);
        Words t = sending.t();
        if (GridRows.isStale(typed, now) || typed.filled("take")) {
            Conflict both = bothVersions(typed, now, t);
            if (!both.differences().isEmpty()) {
                typed.refuse("actionplan.grid.conflict", Objects.requireNonNullElse(both.who(), "–"));
                return rows.row(board, action, typed, both, State.TYPED, t);
            }
        }
        try {
            State state = write(board, now, typed, sending);
            return rows.row(board, action, typed, null, state, t);
        } catch (Refused refused) {
            typed.refuse(refused.messageKey(), refused.arguments());
        } catch (EditConflict meanwhile) {
            typed.refuse("shell.form.conflict_alone");
        }
        return rows.row(board, action, typed, null, State.TYPED, t);
    }

    /** Saves the line without its unreadable cells, which are marked. */
    private State write(PlanBoard board, Followed now, Form typed, Sending sending) {
        Form standing = GridForms.of(now, sending.t());
        try {
            planning.write(board.header(), planned(now, typed, sending));
            return State.SAVED;
        } catch (FieldsRefused unread) {
            Form alone = GridForms.readable(typed, standing);
            if (writeReadable(board, now, alone, standing, sending)) {
                return State.PARTLY;
            }
            // For instance an end before the new beginning: cells validated together are left out together.
            alone.problems().forEach(problem -> mark(typed, problem, standing));
            Form together = GridForms.readable(typed, standing);
            return writeReadable(board, now, together, standing, sending) ? State.PARTLY : State.TYPED;
        }
    }

    private boolean writeReadable(PlanBoard board, Followed now, Form readable, Form standing, Sending sending) {
        try {
            GridPlanning.Planned planned = planned(now, readable, sending);
            if (!GridForms.same(readable, standing)) {
                planning.write(board.header(), planned);
            }
            return true;
        } catch (FieldsRefused unread) {
            return false;
        }
    }

    private static void mark(Form typed, Form.Problem problem, Form standing) {
        for (GridColumn column : GridColumn.values()) {
            String field = column.field();
            if (!field.equals(problem.field())) {
                continue;
            }
            if (typed.problem(field) == null) {
                typed.reject(field, problem.key(), problem.arguments().toArray());
            }
            GridColumn partner = column.partner();
            if (partner != null
                    && typed.problem(partner.field()) == null
                    && !typed.value(partner.field()).equals(standing.value(partner.field()))) {
                typed.reject(partner.field(), "actionplan.grid.waits");
            }
        }
    }

    /** Compares the line with its values when it was first opened, which the form keeps sending. */
    private Conflict bothVersions(Form typed, Followed now, Words t) {
        if (!typed.filled("since")) {
            typed.with("since", typed.value("version") + "/" + typed.value("words"));
        }
        String[] since = typed.value("since").split("/", 2);
        Form then = Form.blank().with("version", since[0]).with("words", since.length > 1 ? since[1] : "");
        Form before = GridForms.before(
                now.action().value(),
                followingUp.factsAt(now.action(), GridRows.version(then, "version")),
                past.at(Level.ACTION, now.action().value(), GridRows.version(then, "words")),
                typed.value("supportWas"),
                t);
        var both = Conflict.between(
                typed,
                before,
                GridForms.of(now, t),
                GridRows.version(then, "version"),
                followingUp.lastEditor(now.action()),
                GridForms.FIELDS,
                (field, value) -> LinePlaces.shown(field, value, t));
        typed.with("words", now.version());
        return both;
    }

    /** Reads a line without saving it; errors are noted on its form. */
    void check(PlanBoard board, OfAction action, Form typed, Sending sending) {
        try {
            planned(GridRows.followed(board, action), typed, sending);
        } catch (FieldsRefused noted) {
            // The errors are on the form.
        }
    }

    private static GridPlanning.Planned planned(Followed now, Form typed, Sending sending) {
        return typed.read(answers -> {
            var facts = FollowUpForms.read(typed, answers, sending.people(), sending.days());
            checkReason(now, typed);
            Wording.OfAction words = now.words();
            Target target = GridForms.target(typed, words, sending.t());
            boolean moved = !Objects.equals(target, words.target());
            return new GridPlanning.Planned(
                    now.action(),
                    now.followVersion(),
                    facts,
                    moved ? words.wanting(target) : null,
                    now.version(),
                    moved && !sending.plan().isDraft() ? note(typed, sending.all()) : null);
        });
    }

    /** A reason needs a state: alone it would be lost. */
    private static void checkReason(Followed now, Form typed) {
        String reason = typed.value("reason").strip();
        boolean isNew = !reason.equals(Objects.requireNonNullElse(now.facts().statedReason(), ""));
        if (!reason.isEmpty() && isNew && !typed.filled("stated")) {
            typed.reject("reason", "actionplan.grid.reason-alone");
        }
    }

    /** The reason for changed targets of an adopted plan is given once for all lines. */
    private static @Nullable AmendmentNote note(Form typed, Form all) {
        try {
            return all.read(PlanForms::note);
        } catch (FieldsRefused missing) {
            typed.reject("target", "actionplan.grid.target.why");
            return null;
        }
    }
}

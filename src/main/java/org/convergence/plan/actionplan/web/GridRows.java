package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.FollowingUp;
import org.convergence.plan.actionplan.domain.PastWordings;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.web.GridRow.State;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the rows of the grid, with current or typed values. */
@Component
class GridRows {

    private final FollowingUp followingUp;
    private final PastWordings past;

    GridRows(FollowingUp followingUp, PastWordings past) {
        this.followingUp = followingUp;
        this.past = past;
    }

    /** A row with the current values. */
    GridRow standing(PlanBoard board, OfAction action, State state, Words t) {
        return row(board, action, GridForms.of(followed(board, action), t), null, state, t);
    }

    /** A row with the values of a form. */
    GridRow row(PlanBoard board, OfAction action, Form form, @Nullable Conflict conflict, State state, Words t) {
        Followed now = followed(board, action);
        boolean follows = Rights.follows(board.header()) && !action.line().dropped();
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
                new GridRow.Rights(follows, Rights.writes(board.header())));
    }

    /** The rows of all lines of a plan: typed values if something was changed, else current ones. */
    List<GridRow> all(PlanBoard board, Form form, Words t) {
        return GridPages.lines(board).stream()
                .map(action -> typed(board, action, form, t)
                        .map(typed -> row(board, action, typed, null, State.TYPED, t))
                        .orElseGet(() -> standing(board, action, State.KEPT, t)))
                .toList();
    }

    /** A row that is not fully saved, with the versions after saving. */
    GridRow again(PlanBoard board, OfAction action, GridRow row, Words t) {
        if (row.state() == State.PARTLY) {
            Followed now = followed(board, action);
            row.form().with("version", now.followVersion()).with("words", now.version());
        }
        return row(board, action, row.form(), row.conflict(), row.state(), t);
    }

    /** The typed values that are not saved; empty if the line was not sent or not changed. */
    Optional<Form> typed(PlanBoard board, OfAction action, Form all, Words t) {
        Followed now = followed(board, action);
        return GridForms.typed(all, now)
                .filter(typed -> typed.filled("take") || !GridForms.same(typed, opened(typed, now, t)));
    }

    /** The line's values when its form was opened. */
    private Form opened(Form typed, Followed now, Words t) {
        if (!isStale(typed, now)) {
            return GridForms.of(now, t);
        }
        UUID id = now.action().value();
        int since = version(typed, "version");
        return GridForms.before(
                id,
                followingUp.factsAt(now.action(), since),
                past.at(Level.ACTION, id, version(typed, "words")),
                typed.value("supportWas"),
                t);
    }

    /** Whether the line was changed since it was opened. */
    static boolean isStale(Form typed, Followed now) {
        return version(typed, "version") != now.followVersion() || version(typed, "words") != now.version();
    }

    static Followed followed(PlanBoard board, OfAction action) {
        return Objects.requireNonNull(board.followed().get(action.line().id()));
    }

    static int version(Form form, String field) {
        return TextParser.whole(form.value(field)).orElse(-1);
    }

    /** The summary for narrow screens: « Marie Tremblay · du 1er au 30 octobre ». */
    private static String summary(Followed now, Words t) {
        List<String> parts = new ArrayList<>();
        String responsible = now.responsible();
        if (responsible != null) {
            parts.add(responsible);
        }
        String when = Rows.when(now, t);
        if (when != null) {
            parts.add(when);
        }
        return String.join(" · ", parts);
    }
}

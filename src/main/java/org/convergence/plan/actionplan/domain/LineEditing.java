package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.Change;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.Order.Family;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rewords, adds, drops and restores lines, in drafts and adopted plans alike; each change is returned as a revision.
 */
@Component
class LineEditing {

    private final LineStore store;
    private final LineMoves moves;
    private final Order order;
    private final JdbcClient jdbc;

    LineEditing(LineStore store, LineMoves moves, Order order, JdbcClient jdbc) {
        this.store = store;
        this.moves = moves;
        this.order = order;
        this.jdbc = jdbc;
    }

    /** Replaces the wording of a line. */
    Revision reword(UUID id, int version, Wording words) {
        Line before = store.line(words.level(), id, version);
        Line after = before.worded(words);
        if (!after.wording().equals(before.wording())) {
            store.update(after);
        }
        return Revision.worded(before, after);
    }

    /** Adds a line under another. */
    Revision add(PlanId plan, Place place, Wording words) {
        Line line = written(plan, place, words);
        store.insert(line);
        if (place.rank() != null) {
            order.place(Family.of(line), line.id(), place.rank());
        }
        return Revision.of(Change.ADDED, line);
    }

    private Line written(PlanId plan, Place place, Wording words) {
        UUID id = Ids.next();
        int end = order.end(new Family(words.level(), place.above(), place.parent()));
        if (words instanceof Wording.OfSection section) {
            return Section.of(id, plan, end, section);
        }
        if (words instanceof Wording.OfObjective objective) {
            return Objective.of(id, plan, end, objective);
        }
        if (words instanceof Wording.OfMeans means) {
            moves.standing(plan, Level.OBJECTIVE, place.above());
            return Means.of(id, plan, new ObjectiveId(place.above()), end, means);
        }
        if (words instanceof Wording.OfAction action) {
            moves.standing(plan, Level.MEANS, place.above());
            var means = new MeansId(place.above());
            return Action.of(id, plan, means, moves.parentIn(means, place.parent()), end, action);
        }
        throw new NotFound("line");
    }

    /** Drops a line and its sub-lines by decision: they stay, marked, with their realisations. */
    Revision drop(Level level, UUID id, LocalDate on, String reason) {
        Line line = store.line(level, id);
        if (line instanceof Section) {
            store.delete(line);
        } else if (line.droppedOn() != null) {
            throw new Refused("actionplan.refused.dropped-already");
        } else {
            mark(line, on, reason);
        }
        return Revision.of(Change.DROPPED, line);
    }

    /** Restores a dropped line and the lines dropped with it; refused under a line that stays dropped. */
    Revision restore(Level level, UUID id) {
        Line line = store.line(level, id);
        if (line.droppedOn() == null) {
            throw new Refused("actionplan.refused.not-dropped");
        }
        if (line instanceof Means means) {
            moves.standing(line.plan(), Level.OBJECTIVE, means.objective().value());
        } else if (line instanceof Action action) {
            moves.standing(line.plan(), Level.MEANS, action.means().value());
            moves.parentIn(
                    action.means(),
                    action.parent() == null ? null : action.parent().value());
        }
        mark(line, null, null);
        return Revision.of(Change.RESTORED, line);
    }

    private void mark(Line line, @Nullable LocalDate on, @Nullable String reason) {
        store.update(line.dropped(on, reason));
        if (line instanceof Objective) {
            markAll("means", "objective = :above", line, on, reason);
            String within = "means IN (SELECT id FROM plan.actionplan_means WHERE objective = :above)";
            markAll("action", within, line, on, reason);
        } else {
            markAll("action", line instanceof Means ? "means = :above" : "parent = :above", line, on, reason);
        }
    }

    /**
     * Lines dropped earlier by another decision keep their mark; a restore affects only the lines dropped with this
     * one.
     */
    private void markAll(String table, String which, Line line, @Nullable LocalDate on, @Nullable String reason) {
        jdbc.sql("UPDATE plan.actionplan_" + table + " SET dropped_on = :on, dropped_reason = :reason,"
                        + " version = version + 1 WHERE " + which
                        + " AND dropped_on IS NOT DISTINCT FROM CAST(:before AS date)"
                        + " AND dropped_reason IS NOT DISTINCT FROM :why")
                .param("on", on)
                .param("reason", reason)
                .param("above", line.id())
                .param("before", line.droppedOn())
                .param("why", line.droppedReason())
                .update();
    }
}

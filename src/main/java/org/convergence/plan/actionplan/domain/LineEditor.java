package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.LineWording.AmendmentChange;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.LineOrder.SiblingGroup;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rewords, adds, drops and restores lines, in drafts and adopted plans alike; each change is returned as a revision.
 */
@Component
record LineEditor(PlanLineRepository store, LineMover lineMover, LineOrder order, JdbcClient jdbc) {

    /** Replaces the wording of a line. */
    LineRevision reword(UUID id, int version, LineWording words) {
        StoredLine before = store.findLine(words.level(), id, version);
        StoredLine after = before.withWording(words);
        if (!after.wording().equals(before.wording())) {
            store.update(after);
        }
        return LineRevision.ofRewording(before, after);
    }

    /** Adds a line under another. */
    LineRevision add(PlanId plan, LinePosition place, LineWording words) {
        StoredLine line = newLine(plan, place, words);
        store.insert(line);
        if (place.rank() != null) {
            order.place(SiblingGroup.of(line), line.id(), place.rank());
        }
        return LineRevision.ofChange(AmendmentChange.ADDED, line);
    }

    private StoredLine newLine(PlanId plan, LinePosition place, LineWording words) {
        UUID id = Ids.next();
        int end = order.nextPosition(new SiblingGroup(words.level(), place.above(), place.parent()));
        if (words instanceof LineWording.SectionWording section) {
            return PlanSection.create(id, plan, end, section);
        }
        if (words instanceof LineWording.ObjectiveWording objective) {
            return Objective.create(id, plan, end, objective);
        }
        if (words instanceof LineWording.MeansWording means) {
            lineMover.requireOpenInPlan(plan, LineLevel.OBJECTIVE, place.above());
            return Means.create(id, plan, new ObjectiveId(place.above()), end, means);
        }
        if (words instanceof LineWording.ActionWording action) {
            lineMover.requireOpenInPlan(plan, LineLevel.MEANS, place.above());
            var means = new MeansId(place.above());
            return Action.create(id, plan, means, lineMover.findParent(means, place.parent()), end, action);
        }
        throw new NotFound("line");
    }

    /** Drops a line and its sub-lines by decision: they stay, marked, with their realisations. */
    LineRevision drop(LineLevel level, UUID id, LocalDate on, String reason) {
        StoredLine line = store.findLine(level, id);
        if (line instanceof PlanSection) {
            store.delete(line);
        } else if (line.droppedOn() != null) {
            throw new Refused("actionplan.refused.dropped-already");
        } else {
            mark(line, on, reason);
        }
        return LineRevision.ofChange(AmendmentChange.DROPPED, line);
    }

    /** Restores a dropped line and the lines dropped with it; refused under a line that stays dropped. */
    LineRevision restore(LineLevel level, UUID id) {
        StoredLine line = store.findLine(level, id);
        if (line.droppedOn() == null) {
            throw new Refused("actionplan.refused.not-dropped");
        }
        if (line instanceof Means means) {
            lineMover.requireOpenInPlan(
                    line.plan(), LineLevel.OBJECTIVE, means.objective().value());
        } else if (line instanceof Action action) {
            lineMover.requireOpenInPlan(
                    line.plan(), LineLevel.MEANS, action.means().value());
            lineMover.findParent(
                    action.means(),
                    action.parent() == null ? null : action.parent().value());
        }
        mark(line, null, null);
        return LineRevision.ofChange(AmendmentChange.RESTORED, line);
    }

    private void mark(StoredLine line, @Nullable LocalDate on, @Nullable String reason) {
        store.update(line.withDrop(on, reason));
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
    private void markAll(String table, String which, StoredLine line, @Nullable LocalDate on, @Nullable String reason) {
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

    /** The change of a line by an operation, recorded as an amendment if the plan is adopted. */
    record LineRevision(
            LineLevel level,
            UUID line,
            String label,
            Set<AmendmentChange> changes,
            @Nullable Json before,
            @Nullable Json after) {

        static LineRevision ofRewording(StoredLine before, StoredLine after) {
            return new LineRevision(
                    before.level(),
                    before.id(),
                    before.wording().label(),
                    before.wording().changesTo(after.wording()),
                    Json.of(before.wording()),
                    Json.of(after.wording()));
        }

        static LineRevision ofChange(AmendmentChange change, StoredLine line) {
            Json words = Json.of(line.wording());
            boolean comes = change == AmendmentChange.ADDED || change == AmendmentChange.RESTORED;
            return new LineRevision(
                    line.level(),
                    line.id(),
                    line.wording().label(),
                    Set.of(change),
                    comes ? null : words,
                    comes ? words : null);
        }

        static LineRevision moved(StoredLine line, String from, String to) {
            return new LineRevision(
                    line.level(),
                    line.id(),
                    line.wording().label(),
                    Set.of(AmendmentChange.MOVED),
                    Json.of(java.util.Map.of("place", from)),
                    Json.of(java.util.Map.of("place", to)));
        }
    }
}

package org.convergence.plan.actionplan.domain;

import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.LineEditor.LineRevision;
import org.convergence.plan.actionplan.domain.LineOrder.SiblingGroup;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves lines among their siblings and from one line to another, never from one plan to another. */
@Component
record LineMover(PlanLineRepository store, LineOrder order, JdbcClient jdbc) {

    /** Moves a line to a place, its sub-actions with it. */
    LineRevision move(LineLevel level, UUID id, LinePosition to) {
        StoredLine line = store.findLine(level, id);
        String from = describe(line);
        if (line instanceof Means) {
            requireOpenInPlan(line.plan(), LineLevel.OBJECTIVE, to.above());
            jdbc.sql("UPDATE plan.actionplan_means SET objective = ? WHERE id = ? AND objective <> ?")
                    .params(to.above(), id, to.above())
                    .update();
        } else if (line instanceof Action action) {
            moveAction(action, to);
        }
        StoredLine moved = store.findLine(level, id);
        SiblingGroup family = SiblingGroup.of(moved);
        Integer rank = to.rank();
        if (rank != null || !family.equals(SiblingGroup.of(line))) {
            order.place(family, id, rank == null ? Integer.MAX_VALUE : rank);
        }
        return LineRevision.moved(moved, from, describe(moved));
    }

    private void moveAction(Action action, LinePosition to) {
        requireOpenInPlan(action.plan(), LineLevel.MEANS, to.above());
        var means = new MeansId(to.above());
        ActionId parent = findParent(means, to.parent());
        if (parent != null && (parent.value().equals(action.id()) || hasParts(action))) {
            throw new Refused("actionplan.refused.part-of-part");
        }
        jdbc.sql("""
            UPDATE plan.actionplan_action
            SET means = :means, parent = CASE WHEN id = :id THEN CAST(:parent AS uuid) ELSE parent END
            WHERE (id = :id OR parent = :id)
              AND (means <> :means OR (id = :id AND parent IS DISTINCT FROM CAST(:parent AS uuid)))
            """)
                .param("means", means.value())
                .param("id", action.id())
                .param("parent", parent == null ? null : parent.value())
                .update();
    }

    /** Moves a line one step up (-1) or down (1) among its siblings. */
    LineRevision shift(LineLevel level, UUID id, int by) {
        StoredLine line = store.findLine(level, id);
        SiblingGroup family = SiblingGroup.of(line);
        String from = describe(line);
        order.place(family, id, Math.max(0, order.rank(family, id) + by));
        return LineRevision.moved(line, from, describe(line));
    }

    /**
     * Checks that a line belongs to the plan.
     *
     * @throws NotFound if it does not
     */
    void requireInPlan(PlanId plan, LineLevel level, UUID id) {
        if (!store.findLine(level, id).plan().equals(plan)) {
            throw new NotFound("line");
        }
    }

    /** Checks that a line belongs to the plan and is not dropped, so that another may be placed under it. */
    void requireOpenInPlan(PlanId plan, LineLevel level, UUID id) {
        requireInPlan(plan, level, id);
        requireNotDropped(store.findLine(level, id));
    }

    private static void requireNotDropped(StoredLine line) {
        if (line.droppedOn() != null) {
            throw new Refused("actionplan.refused.under-dropped");
        }
    }

    /** The parent action of a sub-action: one of the same means that is not a sub-action itself. */
    @Nullable
    ActionId findParent(MeansId means, @Nullable UUID parent) {
        if (parent == null) {
            return null;
        }
        Action above = (Action) store.findLine(LineLevel.ACTION, parent);
        if (above.parent() != null) {
            throw new Refused("actionplan.refused.part-of-part");
        }
        if (!above.means().equals(means)) {
            throw new NotFound("line");
        }
        requireNotDropped(above);
        return new ActionId(parent);
    }

    private boolean hasParts(Action action) {
        return order.size(new SiblingGroup(LineLevel.ACTION, action.means().value(), action.id())) > 0;
    }

    /** The position of a line in words: « 2.1 · Gestion de projets, 3 ». */
    private String describe(StoredLine line) {
        int rank = order.rank(SiblingGroup.of(line), line.id()) + 1;
        if (line instanceof Means means) {
            return label(LineLevel.OBJECTIVE, means.objective().value()) + ", " + rank;
        }
        if (line instanceof Action action) {
            String above = action.parent() == null
                    ? label(LineLevel.MEANS, action.means().value())
                    : label(
                            LineLevel.ACTION,
                            Objects.requireNonNull(action.parent()).value());
            return above + ", " + rank;
        }
        return String.valueOf(rank);
    }

    private String label(LineLevel level, UUID id) {
        return store.findLine(level, id).wording().label();
    }
}

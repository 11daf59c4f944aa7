package org.convergence.plan.actionplan.domain;

import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.Order.Family;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves lines among their siblings and from one line to another, never from one plan to another. */
@Component
class LineMoves {

    private final LineStore store;
    private final Order order;
    private final JdbcClient jdbc;

    LineMoves(LineStore store, Order order, JdbcClient jdbc) {
        this.store = store;
        this.order = order;
        this.jdbc = jdbc;
    }

    /** Moves a line to a place, its sub-actions with it. */
    Revision move(Level level, UUID id, Place to) {
        Line line = store.line(level, id);
        String from = describe(line);
        if (line instanceof Means) {
            standing(line.plan(), Level.OBJECTIVE, to.above());
            jdbc.sql("UPDATE plan.actionplan_means SET objective = ? WHERE id = ? AND objective <> ?")
                    .params(to.above(), id, to.above())
                    .update();
        } else if (line instanceof Action action) {
            moveAction(action, to);
        }
        Line moved = store.line(level, id);
        Family family = Family.of(moved);
        Integer rank = to.rank();
        if (rank != null || !family.equals(Family.of(line))) {
            order.place(family, id, rank == null ? Integer.MAX_VALUE : rank);
        }
        return Revision.moved(moved, from, describe(moved));
    }

    private void moveAction(Action action, Place to) {
        standing(action.plan(), Level.MEANS, to.above());
        var means = new MeansId(to.above());
        ActionId parent = parentIn(means, to.parent());
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
    Revision shift(Level level, UUID id, int by) {
        Line line = store.line(level, id);
        Family family = Family.of(line);
        String from = describe(line);
        order.place(family, id, Math.max(0, order.rank(family, id) + by));
        return Revision.moved(line, from, describe(line));
    }

    /**
     * Checks that a line belongs to the plan.
     *
     * @throws NotFound if it does not
     */
    void within(PlanId plan, Level level, UUID id) {
        if (!store.line(level, id).plan().equals(plan)) {
            throw new NotFound("line");
        }
    }

    /** Checks that a line belongs to the plan and is not dropped, so that another may be placed under it. */
    void standing(PlanId plan, Level level, UUID id) {
        within(plan, level, id);
        requireStanding(store.line(level, id));
    }

    private static void requireStanding(Line line) {
        if (line.droppedOn() != null) {
            throw new Refused("actionplan.refused.under-dropped");
        }
    }

    /** The parent action of a sub-action: one of the same means that is not a sub-action itself. */
    @Nullable
    ActionId parentIn(MeansId means, @Nullable UUID parent) {
        if (parent == null) {
            return null;
        }
        Action above = (Action) store.line(Level.ACTION, parent);
        if (above.parent() != null) {
            throw new Refused("actionplan.refused.part-of-part");
        }
        if (!above.means().equals(means)) {
            throw new NotFound("line");
        }
        requireStanding(above);
        return new ActionId(parent);
    }

    private boolean hasParts(Action action) {
        return order.size(new Family(Level.ACTION, action.means().value(), action.id())) > 0;
    }

    /** The position of a line in words: « 2.1 · Gestion de projets, 3 ». */
    private String describe(Line line) {
        int rank = order.rank(Family.of(line), line.id()) + 1;
        if (line instanceof Means means) {
            return label(Level.OBJECTIVE, means.objective().value()) + ", " + rank;
        }
        if (line instanceof Action action) {
            String above = action.parent() == null
                    ? label(Level.MEANS, action.means().value())
                    : label(
                            Level.ACTION,
                            Objects.requireNonNull(action.parent()).value());
            return above + ", " + rank;
        }
        return String.valueOf(rank);
    }

    private String label(Level level, UUID id) {
        return store.line(level, id).wording().label();
    }
}

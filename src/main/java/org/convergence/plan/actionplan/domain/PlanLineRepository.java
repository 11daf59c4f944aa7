package org.convergence.plan.actionplan.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores plans and their lines. */
@Component
record PlanLineRepository(JdbcAggregateTemplate rows, JdbcClient jdbc, AreasInUse areas) {

    Plan findPlan(PlanId id) {
        return Optional.ofNullable(rows.findById(id.value(), Plan.class)).orElseThrow(() -> new NotFound("plan"));
    }

    /**
     * The plan, locked until the end of the transaction, so that its status does not change meanwhile. Changes of its
     * lines are serialised: a line is written as a whole, with the position given by a move, which its version does not
     * cover.
     */
    Plan lockPlan(PlanId id) {
        jdbc.sql("SELECT 1 FROM plan.actionplan_plan WHERE id = ? FOR NO KEY UPDATE")
                .param(id.value())
                .query()
                .listOfRows();
        return findPlan(id);
    }

    Plan findPlan(PlanId id, int version) {
        Plan plan = findPlan(id);
        if (plan.version() != version) {
            throw new EditConflict(Plan.TABLE, id.value(), version);
        }
        return plan;
    }

    StoredLine findLine(LineLevel level, UUID id) {
        return Optional.<StoredLine>ofNullable(rows.findById(id, StoredLine.typeOf(level)))
                .orElseThrow(() -> new NotFound("line"));
    }

    /**
     * The line at the version shown in the form.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    StoredLine findLine(LineLevel level, UUID id, int version) {
        StoredLine line = findLine(level, id);
        if (line.version() != version) {
            throw new EditConflict(StoredLine.tableOf(level), id, version);
        }
        return line;
    }

    void insert(Object row) {
        areas.forget();
        rows.insert(row);
    }

    void insertAll(Iterable<?> all) {
        areas.forget();
        rows.insertAll(all);
    }

    void update(Plan plan) {
        update(plan, Plan.TABLE, plan.id(), plan.version());
    }

    void update(StoredLine line) {
        update(line, StoredLine.tableOf(line.level()), line.id(), line.version());
    }

    private void update(Object row, String table, UUID id, int version) {
        areas.forget();
        try {
            rows.update(row);
        } catch (OptimisticLockingFailureException e) {
            throw new EditConflict(table, id, version);
        }
    }

    /** Deletes a line and all its sub-lines from a draft. */
    void delete(StoredLine line) {
        areas.forget();
        if (line instanceof Objective) {
            deleteActions("means IN (SELECT id FROM plan.actionplan_means WHERE objective = ?)", line.id());
            jdbc.sql("DELETE FROM plan.actionplan_means WHERE objective = ?")
                    .param(line.id())
                    .update();
        } else if (line instanceof Means) {
            deleteActions("means = ?", line.id());
        } else if (line instanceof Action) {
            deleteActions("parent = ?", line.id());
        }
        jdbc.sql("DELETE FROM " + StoredLine.tableOf(line.level()) + " WHERE id = ?")
                .param(line.id())
                .update();
    }

    /** Deletes a whole plan. */
    void delete(PlanId plan) {
        areas.forget();
        for (String table : new String[] {"amendment", "adopted_text", "section", "action", "means", "objective"}) {
            jdbc.sql("DELETE FROM plan.actionplan_" + table + " WHERE plan = ?")
                    .param(plan.value())
                    .update();
        }
        jdbc.sql("DELETE FROM plan.actionplan_plan WHERE id = ?")
                .param(plan.value())
                .update();
    }

    private void deleteActions(String which, UUID id) {
        jdbc.sql("DELETE FROM plan.actionplan_action WHERE " + which).param(id).update();
    }
}

package org.convergence.plan.preparation.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the decision on each line. */
@Component
record LineChoiceRepository(JdbcClient db, Clock clock) {

    static final String TABLE = "plan.preparation_choice";
    private static final RecordMapper<LineChoice> CHOICES = RecordMapper.of(LineChoice.class);

    Map<ActionId, LineChoice> findByPlan(PlanId plan) {
        Map<ActionId, LineChoice> chosen = new HashMap<>();
        db.sql("""
                        SELECT c.* FROM plan.preparation_choice c
                        JOIN plan.actionplan_line a ON a.id = c.action WHERE a.plan = :plan
                        """).param("plan", plan.value()).query(row -> {
            chosen.put(new ActionId(row.getObject("action", UUID.class)), CHOICES.mapRow(row, 0));
        });
        return chosen;
    }

    /**
     * Refuses once the next plan is created.
     *
     * @throws NotFound if the line belongs to another plan
     */
    void requireOpen(PlanId plan, ActionId action) {
        boolean made = db.sql("""
                        SELECT EXISTS (SELECT FROM plan.actionplan_summary n WHERE n.continues = a.plan)
                        FROM plan.actionplan_line a WHERE a.id = :action AND a.plan = :plan
                        """)
                .param("action", action.value())
                .param("plan", plan.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotFound("action"));
        if (made) {
            throw new Refused("preparation.refused.made");
        }
    }

    /**
     * Stores a decision in place of its version.
     *
     * @throws EditConflict if another decision was stored meanwhile
     */
    void save(ActionId action, LineChoice chosen) {
        if (write(action, chosen, null) == 0) {
            throw new EditConflict(TABLE, action.value(), chosen.version());
        }
    }

    /** Stores a decision on a line if there is none yet. */
    int saveIfUndecided(ActionId action, LineChoice chosen, UUID batch) {
        return write(action, chosen, batch);
    }

    private int write(ActionId action, LineChoice chosen, @Nullable UUID batch) {
        String sql = chosen.version() == 0 ? """
                INSERT INTO plan.preparation_choice (action, version, choice, text, target, reason, batch, chosen_at)
                VALUES (:action, 1, :choice, :text, :target, :reason, :batch, :now) ON CONFLICT DO NOTHING
                """ : """
                UPDATE plan.preparation_choice SET version = version + 1, choice = :choice, text = :text,
                    target = :target, reason = :reason, batch = :batch, chosen_at = :now
                WHERE action = :action AND version = :version
                """;
        return db.sql(sql)
                .param("action", action.value())
                .param("version", chosen.version())
                .param("choice", chosen.choice().name())
                .param("text", chosen.text())
                .param("target", chosen.target())
                .param("reason", chosen.reason())
                .param("batch", batch)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Deletes the decision on a line. */
    void delete(ActionId action, int version) {
        int gone = db.sql("DELETE FROM plan.preparation_choice WHERE action = ? AND version = ?")
                .params(action.value(), version)
                .update();
        if (gone == 0) {
            throw new EditConflict(TABLE, action.value(), version);
        }
    }

    /** Deletes the decisions of one batch, except those changed since. */
    int delete(PlanId plan, UUID batch) {
        return db.sql("""
                        DELETE FROM plan.preparation_choice c USING plan.actionplan_line a
                        WHERE a.id = c.action AND a.plan = ? AND c.batch = ?
                        """).params(plan.value(), batch).update();
    }
}

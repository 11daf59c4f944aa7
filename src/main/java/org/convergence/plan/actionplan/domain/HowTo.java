package org.convergence.plan.actionplan.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an action is done here (its "marche à suivre"): one Markdown text each, kept up to date where it is used. */
@Service
@Transactional
public class HowTo {

    private static final String TABLE = "plan.actionplan_how_to";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final OpenPlans open;

    HowTo(JdbcClient jdbc, AuditTrail trail, OpenPlans open) {
        this.open = open;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** A text with its version. */
    public record Text(int version, String markdown) {}

    /** The text of an action, where there is one. */
    @Transactional(readOnly = true)
    @Requires(ActionPlanPermissions.READ)
    public Optional<Text> of(ActionId action) {
        return jdbc.sql("SELECT version, text FROM plan.actionplan_how_to WHERE action = ?")
                .param(action.value())
                .query((row, n) -> new Text(row.getInt("version"), row.getString("text")))
                .optional();
    }

    /** The text as it was at an earlier version; empty where there was none. */
    @Transactional(readOnly = true)
    @Requires(ActionPlanPermissions.READ)
    public String at(ActionId action, int version) {
        return trail.rowAt(TABLE, action.value(), version)
                .map(row -> row.node().path("text").asString(""))
                .orElse("");
    }

    /**
     * Writes the text of an action; an empty one is taken away. As all follow-up, it stays as it is in a closed plan.
     *
     * @param version that which the form showed, 0 where there was none
     */
    @Requires(ActionPlanPermissions.FOLLOW_UP)
    public void write(ActionId action, int version, String markdown) {
        UUID id = action.value();
        open.holdOf(Set.of(id));
        int written;
        if (markdown.isBlank()) {
            written = jdbc.sql("DELETE FROM plan.actionplan_how_to WHERE action = ? AND version = ?")
                    .params(id, version)
                    .update();
        } else if (version == 0) {
            written = jdbc.sql("""
                            INSERT INTO plan.actionplan_how_to (action, version, text) VALUES (?, 1, ?)
                            ON CONFLICT DO NOTHING
                            """).params(id, markdown).update();
        } else {
            written = jdbc.sql("""
                            UPDATE plan.actionplan_how_to SET text = ?, version = version + 1
                            WHERE action = ? AND version = ?
                            """).params(markdown, id, version).update();
        }
        if (written == 0 && !(markdown.isBlank() && version == 0)) {
            throw new EditConflict(TABLE, id, version);
        }
    }
}

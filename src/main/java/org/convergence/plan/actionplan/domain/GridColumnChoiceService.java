package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.Set;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which columns of the grid each user hides. */
@Service
@Transactional
@Requires(ActionPlanPermissions.READ)
public class GridColumnChoiceService {

    private final JdbcClient db;

    GridColumnChoiceService(JdbcClient db) {
        this.db = db;
    }

    /** The columns that the current user hides, by name. */
    @Transactional(readOnly = true)
    public Set<String> findHidden() {
        return db.sql("SELECT unnest(hidden) FROM plan.actionplan_grid_columns WHERE account = ?")
                .param(CurrentActor.get().id())
                .query(String.class)
                .set();
    }

    /** Replaces the current user's choice. */
    public void hide(Collection<String> columns) {
        db.sql("""
                        INSERT INTO plan.actionplan_grid_columns (account, hidden) VALUES (?, ?)
                        ON CONFLICT (account) DO UPDATE SET hidden = excluded.hidden
                        """)
                .params(CurrentActor.get().id(), columns.toArray(String[]::new))
                .update();
    }
}

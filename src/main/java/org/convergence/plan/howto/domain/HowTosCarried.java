package org.convergence.plan.howto.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.CarriedForward;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets next year's actions be done as this year's: their how-tos follow. */
@Component
class HowTosCarried implements CarriedForward {

    private final JdbcClient db;

    HowTosCarried(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void carry(Map<ActionId, ActionId> fromTo) {
        ActionId[] before = fromTo.keySet().toArray(ActionId[]::new);
        UUID[] from = new UUID[before.length];
        UUID[] to = new UUID[before.length];
        for (int i = 0; i < before.length; i++) {
            from[i] = before[i].value();
            to[i] = fromTo.get(before[i]).value();
        }
        db.sql("""
                        INSERT INTO plan.howto_line (howto, action)
                        SELECT l.howto, c.after FROM unnest(:from, :to) AS c (before, after)
                        JOIN plan.howto_line l ON l.action = c.before
                        ON CONFLICT DO NOTHING
                        """).param("from", from).param("to", to).update();
    }
}

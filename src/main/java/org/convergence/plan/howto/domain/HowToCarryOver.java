package org.convergence.plan.howto.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineCarryOver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies the how-tos of this year's actions to next year's. */
@Component
record HowToCarryOver(JdbcClient db) implements LineCarryOver {

    @Override
    public void carry(Map<ActionId, ActionId> fromTo) {
        List<Map.Entry<ActionId, ActionId>> pairs = List.copyOf(fromTo.entrySet());
        UUID[] from = pairs.stream().map(pair -> pair.getKey().value()).toArray(UUID[]::new);
        UUID[] to = pairs.stream().map(pair -> pair.getValue().value()).toArray(UUID[]::new);
        db.sql("""
                        INSERT INTO plan.howto_line (howto, action)
                        SELECT l.howto, c.after FROM unnest(:from, :to) AS c (before, after)
                        JOIN plan.howto_line l ON l.action = c.before
                        ON CONFLICT DO NOTHING
                        """).param("from", from).param("to", to).update();
    }
}

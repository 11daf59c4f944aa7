package org.convergence.plan.actionplan.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.CarriedForward;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a line is done follows it into the next plan. */
@Component
class HowTosCarried implements CarriedForward {

    private final JdbcClient jdbc;

    HowTosCarried(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void carry(Map<ActionId, ActionId> fromTo) {
        var from = fromTo.keySet().stream().map(ActionId::value).toArray(UUID[]::new);
        var to = fromTo.values().stream().map(ActionId::value).toArray(UUID[]::new);
        jdbc.sql("""
                        INSERT INTO plan.actionplan_how_to (action, version, text)
                        SELECT line.later, 1, h.text
                        FROM unnest(:from, :to) AS line(earlier, later)
                        JOIN plan.actionplan_how_to h ON h.action = line.earlier
                        """).param("from", from).param("to", to).update();
    }
}

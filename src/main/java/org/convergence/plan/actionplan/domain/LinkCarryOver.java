package org.convergence.plan.actionplan.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineCarryOver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies the links of a line to its line in the next plan, if the linked plan is not closed. */
@Component
record LinkCarryOver(JdbcClient jdbc) implements LineCarryOver {

    @Override
    public void carry(Map<ActionId, ActionId> fromTo) {
        var from = fromTo.keySet().stream().map(ActionId::value).toArray(UUID[]::new);
        var to = fromTo.values().stream().map(ActionId::value).toArray(UUID[]::new);
        jdbc.sql("""
                        WITH moved AS (SELECT m.earlier, m.later FROM unnest(:from, :to) AS m(earlier, later))
                        INSERT INTO plan.actionplan_link (contributor, served)
                        SELECT n.contributor, n.served FROM (
                            SELECT m.later AS contributor, k.served, k.served AS other
                            FROM moved m JOIN plan.actionplan_link k ON k.contributor = m.earlier
                            UNION ALL
                            SELECT k.contributor, m.later, k.contributor
                            FROM moved m JOIN plan.actionplan_link k ON k.served = m.earlier) n
                        JOIN plan.actionplan_action a ON a.id = n.other
                        JOIN plan.actionplan_plan p ON p.id = a.plan AND p.status <> 'CLOSED'
                        """).param("from", from).param("to", to).update();
    }
}

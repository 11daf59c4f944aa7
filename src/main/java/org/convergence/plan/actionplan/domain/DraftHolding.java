package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The draft plans that name a person. A draft line is not a responsibility yet, so it does not pass to a successor; the
 * authors of the plan are notified that it still names the leaving person.
 */
@Component
class DraftHolding implements Holding.RemainingHolding {

    private final JdbcClient db;

    DraftHolding(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "actionplan.holding.draft";
    }

    @Override
    public int order() {
        return 25;
    }

    /** Empty: {@link LineHolding} covers the columns. */
    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
        return db.sql("""
                        SELECT p.id, p.title, count(*) AS lines FROM plan.actionplan_action a
                        JOIN plan.actionplan_plan p ON p.id = a.plan AND p.status = 'DRAFT'
                        WHERE a.dropped_on IS NULL
                          AND (EXISTS (SELECT FROM plan.actionplan_follow_up f
                                       WHERE f.action = a.id AND f.responsible = :person AND f.completed_on IS NULL)
                               OR EXISTS (SELECT FROM plan.actionplan_support s
                                          WHERE s.action = a.id AND s.person = :person))
                        GROUP BY p.id, p.title ORDER BY p.title, p.id
                        """)
                .param("person", person.value())
                .query((row, n) -> {
                    UUID plan = row.getObject("id", UUID.class);
                    return new HandoverItem(
                            plan,
                            row.getString("title"),
                            t.say("actionplan.holding.draft.lines", row.getInt("lines")),
                            "/plan/actionplan/" + plan,
                            null);
                })
                .list();
    }
}

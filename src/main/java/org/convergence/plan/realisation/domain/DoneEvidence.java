package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.Occasion;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the plans what was done for their actions. Whoever asks has checked that the plan may be seen. */
@Component
class DoneEvidence implements EvidenceSource {

    /**
     * A sub-action stands for itself and for the action that it is a part of; a realisation counts once for each. What
     * lies after the day on which a plan was closed is no evidence of it.
     */
    private static final String BY_ACTION = """
            WITH served AS (
                SELECT s.action AS target, s.realisation, a.plan
                FROM plan.actionplan_action a JOIN plan.realisation_served s ON s.action = a.id
                WHERE a.plan IN (:plans)
                UNION ALL
                SELECT DISTINCT a.parent, s.realisation, a.plan
                FROM plan.actionplan_action a JOIN plan.realisation_served s ON s.action = a.id
                WHERE a.plan IN (:plans) AND a.parent IS NOT NULL
                  AND NOT EXISTS (SELECT FROM plan.realisation_served own
                                  WHERE own.action = a.parent AND own.realisation = s.realisation)),
            happened AS MATERIALIZED (
                SELECT s.target, r.id, r.state, r.kind, r.starts_on, r.ends_on, r.participations, r.staff_hours,
                       r.volunteer_hours, r.copies
                FROM served s JOIN plan.actionplan_plan p ON p.id = s.plan JOIN plan.realisation r ON r.id = s.realisation
                WHERE r.state <> 'WITHDRAWN' AND (p.closed_on IS NULL OR r.ends_on <= p.closed_on)),
            counted AS (
                SELECT target, state, kind, count(*) AS many, max(ends_on) AS last_day,
                       min(starts_on) FILTER (WHERE ends_on >= :today) AS next_day, sum(participations) AS participations,
                       coalesce(sum(staff_hours), 0) + coalesce(sum(volunteer_hours), 0) AS hours, sum(copies) AS copies
                FROM happened GROUP BY target, state, kind),
            others AS (
                SELECT target, count(*) AS organisations
                FROM (SELECT h.target FROM happened h JOIN plan.realisation_organisation o ON o.realisation = h.id
                      WHERE h.state = 'DONE' GROUP BY h.target, o.organisation) AS each
                GROUP BY target)
            SELECT c.target,
                   sum(many) FILTER (WHERE state = 'DONE') AS done,
                   max(last_day) FILTER (WHERE state = 'DONE') AS last_done,
                   min(next_day) FILTER (WHERE state = 'PLANNED') AS next_planned,
                   sum(participations) FILTER (WHERE state = 'DONE') AS participations,
                   coalesce(sum(hours) FILTER (WHERE state = 'DONE'), 0) AS hours,
                   sum(copies) FILTER (WHERE state = 'DONE') AS copies,
                   min(o.organisations) AS organisations,
                   string_agg(kind || ' ' || many, ',') FILTER (WHERE state = 'DONE') AS by_kind
            FROM counted c LEFT JOIN others o USING (target)
            GROUP BY c.target
            """;

    private static final String OCCASIONS = """
            SELECT s.action, r.starts_on, r.ends_on, r.state = 'DONE' AS done, r.title
            FROM plan.realisation r
            JOIN plan.realisation_served s ON s.realisation = r.id
            JOIN plan.actionplan_action a ON a.id = s.action
            WHERE a.plan = :plan AND r.state <> 'WITHDRAWN' AND r.ends_on >= :from AND r.starts_on <= :to
            ORDER BY r.starts_on, r.id
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    DoneEvidence(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public Map<ActionId, Evidence> of(Collection<PlanId> plans) {
        Map<ActionId, Evidence> found = new HashMap<>();
        db.sql(BY_ACTION)
                .param("plans", plans.stream().map(Identifier::value).toList())
                .param("today", settings.today())
                .query((row, n) -> found.put(new ActionId(row.getObject("target", UUID.class)), evidence(row)))
                .list();
        return found;
    }

    @Override
    public List<Occasion> occasions(PlanId plan, LocalDate from, LocalDate to) {
        return db.sql(OCCASIONS)
                .param("plan", plan.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Occasion(
                        new ActionId(row.getObject("action", UUID.class)),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBoolean("done"),
                        row.getString("title")))
                .list();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        String kinds = row.getString("by_kind");
        return new Evidence(
                row.getInt("done"),
                row.getObject("last_done", LocalDate.class),
                row.getObject("next_planned", LocalDate.class),
                row.getLong("participations"),
                row.getInt("organisations"),
                row.getBigDecimal("hours"),
                row.getLong("copies"),
                kinds == null ? Map.of() : byKind(kinds));
    }

    private static Map<String, Integer> byKind(String kinds) {
        Map<String, Integer> many = new HashMap<>();
        for (String each : kinds.split(",", -1)) {
            int space = each.indexOf(' ');
            many.put(each.substring(0, space), Integer.valueOf(each.substring(space + 1)));
        }
        return many;
    }
}

package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Tells the plans what was done for their actions. Whoever asks has checked that the plan may be seen. */
@Component
class DoneEvidence implements EvidenceSource {

    /**
     * A sub-action stands for itself and for the action that it is a part of; a realisation counts once for each. What
     * lies after the day on which a plan was closed is no evidence of it.
     */
    private static final String BY_ACTION = """
            WITH line AS (
                SELECT id, id AS target, plan FROM plan.actionplan_action WHERE plan = ANY (:plans)
                UNION ALL
                SELECT id, parent, plan FROM plan.actionplan_action WHERE plan = ANY (:plans) AND parent IS NOT NULL),
            served AS (
                SELECT DISTINCT l.target, s.realisation, p.closed_on
                FROM line l JOIN plan.realisation_served s ON s.action = l.id JOIN plan.actionplan_plan p ON p.id = l.plan),
            happened AS MATERIALIZED (
                SELECT s.target, r.id, r.state, r.kind, r.starts_on, r.ends_on, r.participations,
                       coalesce(r.staff_hours, 0) + coalesce(r.volunteer_hours, 0) AS hours, r.copies
                FROM served s JOIN plan.realisation r ON r.id = s.realisation
                WHERE r.state <> 'WITHDRAWN' AND (s.closed_on IS NULL OR r.ends_on <= s.closed_on)),
            kinds AS (
                SELECT target, jsonb_object_agg(kind, many) AS by_kind
                FROM (SELECT target, kind, count(*) AS many FROM happened WHERE state = 'DONE' GROUP BY target, kind) AS k
                GROUP BY target),
            others AS (
                SELECT h.target, count(DISTINCT o.organisation) AS organisations
                FROM happened h JOIN plan.realisation_organisation o ON o.realisation = h.id
                WHERE h.state = 'DONE' GROUP BY h.target)
            SELECT h.target,
                   count(*) FILTER (WHERE state = 'DONE') AS done,
                   max(ends_on) FILTER (WHERE state = 'DONE') AS last_done,
                   min(starts_on) FILTER (WHERE state = 'PLANNED' AND ends_on >= :today) AS next_planned,
                   coalesce(sum(participations) FILTER (WHERE state = 'DONE'), 0) AS participations,
                   coalesce(sum(hours) FILTER (WHERE state = 'DONE'), 0) AS hours,
                   coalesce(sum(copies) FILTER (WHERE state = 'DONE'), 0) AS copies,
                   coalesce(max(others.organisations), 0) AS organisations,
                   max(kinds.by_kind::text) AS by_kind
            FROM happened h LEFT JOIN kinds USING (target) LEFT JOIN others USING (target)
            GROUP BY h.target
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
                .param("plans", plans.stream().map(Identifier::value).toArray(UUID[]::new))
                .param("today", settings.today())
                .query((row, n) -> found.put(new ActionId(row.getObject("target", UUID.class)), evidence(row)))
                .list();
        return found;
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
                kinds == null ? Map.of() : Json.parse(kinds).as(new TypeReference<Map<String, Integer>>() {}));
    }
}
